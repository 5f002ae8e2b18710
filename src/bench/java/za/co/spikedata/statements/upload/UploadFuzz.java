package za.co.spikedata.statements.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import za.co.spikedata.bench.fuzz.FuzzTarget;

/** Any bytes as the body of an upload, zips in it too: every file is answered, and they end. */
public final class UploadFuzz implements FuzzTarget {
    private static final StatementLimits LIMITS = new StatementLimits(10_000, 50, 500_000);
    private static final int LONGEST_NAME = 201;

    @Override
    public void read(byte[] input) throws IOException {
        var stream = MultipartBody.stream(input);
        stream.firstField("_csrf");
        var arrivals = new Arrivals(stream, LIMITS);
        int count = 0;
        Optional<Arrival> next = arrivals.next();
        while (next.isPresent()) {
            Arrival arrival = next.get();
            if (arrival.name().value().length() > 2 * LONGEST_NAME || ++count > 52) {
                throw new IllegalStateException("Expected short names, and few");
            }
            if (arrival instanceof Arrival.Accepted accepted) {
                drain(accepted);
            }
            next = arrivals.next();
        }
    }

    private static void drain(Arrival.Accepted accepted) throws IOException {
        try {
            accepted.content().transferTo(new ByteArrayOutputStream());
        } catch (RefusedException refused) {
            // An answer too.
        }
    }

    @Override
    public List<byte[]> seeds() {
        byte[] pdf = "%PDF-1.4 and so on".getBytes(StandardCharsets.US_ASCII);
        try {
            return List.of(
                    new MultipartBody().field("_csrf", "t").file("a/b.pdf", pdf).bytes(),
                    new MultipartBody().file("a.zip", zip(pdf)).file("b.pdf", pdf).bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] zip(byte[] pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("folder/", "folder/a.pdf", ".hidden", "b.pdf")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : pdf);
            }
        }
        return bytes.toByteArray();
    }
}
