package za.co.spikedata.statements.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.statements.upload.MeteredStream.Meter;

/** Every file of an upload in turn, those inside zips too; each gets an answer. */
public final class Arrivals {
    private final UploadStream upload;
    private final StatementLimits limits;
    private final Meter sent;
    private final Meter unpacked;
    private @Nullable ZipFiles zip;
    private int count;
    private boolean isEnded;
    private boolean isCutOff;

    public Arrivals(UploadStream upload, StatementLimits limits) {
        this.upload = upload;
        this.limits = limits;
        this.sent = Meter.limit(limits.batchBytes(), Refusal.BATCH_TOO_LARGE);
        this.unpacked = Meter.limit(limits.batchBytes(), Refusal.BATCH_TOO_LARGE);
    }

    /** The next file; empty behind the last, when the rest of the request is thrown away. */
    public Optional<Arrival> next() {
        while (!isEnded) {
            var arrival = zip == null ? fromRequest() : fromZip(zip);
            if (arrival.isPresent()) {
                return arrival.map(this::counted);
            }
        }
        return Optional.empty();
    }

    /** The connection broke, or the body was no form, before all files were here. */
    public boolean isCutOff() {
        return isCutOff;
    }

    private Arrival counted(Arrival arrival) {
        if (count == limits.files()) {
            isEnded = true;
            upload.drain();
            return new Arrival.Refused(arrival.name(), Refusal.TOO_MANY_FILES, 0);
        }
        count++;
        return arrival;
    }

    private Optional<Arrival> fromZip(ZipFiles open) {
        var arrival = open.next();
        if (arrival.isEmpty()) {
            zip = null;
        }
        return arrival;
    }

    /** Empty also for a zip, whose files come next. */
    private Optional<Arrival> fromRequest() {
        try {
            var part = upload.nextFile();
            if (part.isEmpty()) {
                isEnded = true;
                return Optional.empty();
            }
            return arrival(part.get());
        } catch (IOException | RuntimeException broken) {
            isEnded = true;
            isCutOff = true;
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Arrival.Refused(FileName.of(""), Refusal.CUT_OFF, 0));
        }
    }

    private Optional<Arrival> arrival(UploadStream.Part part) {
        var name = FileName.of(part.fileName());
        var bytes = new MeteredStream(part.content(), Refusal.CUT_OFF, sent);
        try {
            var head = bytes.readNBytes(Kind.HEAD_BYTES);
            return switch (Kind.of(head)) {
                case EMPTY ->
                        // A form sent without choosing a file holds a part without name and bytes.
                        name.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Arrival.Refused(name, Refusal.EMPTY_FILE, 0));
                case OTHER -> Optional.of(new Arrival.Refused(name, Refusal.NOT_A_PDF, 0));
                case ZIP -> {
                    zip = new ZipFiles(name, head, bytes, unpacked, limits.fileBytes());
                    yield Optional.empty();
                }
                case PDF ->
                        Optional.of(
                                new Arrival.Accepted(
                                        name,
                                        new MeteredStream(
                                                new SequenceInputStream(
                                                        new ByteArrayInputStream(head), bytes),
                                                Refusal.CUT_OFF,
                                                Meter.limit(
                                                        limits.fileBytes(),
                                                        Refusal.FILE_TOO_LARGE))));
            };
        } catch (RefusedException refused) {
            return Optional.of(new Arrival.Refused(name, refused.refusal(), bytes.count()));
        } catch (IOException impossible) {
            throw new IllegalStateException("Expected only refusals from a metered stream");
        }
    }
}
