package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

/** What stays in memory and on disk of files that were sent. */
@PortalTest
class UploadRemainsTest {
    private static final int WARM = 100;
    private static final int COUNTED = 250;

    /** Bytes of a file; were one of ten kept, memory would grow beyond what chance explains. */
    private static final int FILE_BYTES = 200_000;

    private static final long MOST_GROWTH_BYTES = (long) COUNTED * FILE_BYTES / 10;

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final byte[] GOOD = Samples.statement(Layout.FNB, Wish.usual(77)).pdf();

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Program program;
    private int sent;

    @Test
    @DisplayName("UPL-21 nothing stays of files in temporary folders, and memory stays flat")
    void nothingStays() {
        program = new Program(port).with(new Holder(portal, "spike").pair().secret());
        send(WARM);
        var workers = folders();
        var files = files(workers);
        long before = live();
        send(COUNTED);

        assertThat(files(workers)).isSubsetOf(files);
        assertThat(live() - before).isLessThan(MOST_GROWTH_BYTES);
    }

    /** One of five is read, the others end in every way that a request can. */
    private void send(int count) {
        for (int i = 0; i < count; i++) {
            sent++;
            var file = Arrays.copyOf(i % 5 == 0 ? GOOD : noPdf(), FILE_BYTES);
            switch (i % 5) {
                case 0, 1 -> program.post("/pdf2test", Program.body(file));
                case 2 -> program.post("/pdf2", Program.body(file) + "}");
                case 3 -> breakOff(file);
                default -> Documents.of(program).bring(file);
            }
        }
    }

    private byte[] noPdf() {
        return ("no pdf " + sent).getBytes(StandardCharsets.US_ASCII);
    }

    private void breakOff(byte[] file) {
        try (var wire = Wire.tls(port, "api.localhost")) {
            wire.say(
                    "POST /pdf2 HTTP/1.1\r\nHost: api.localhost\r\nContent-Length: 900000\r\n\r\n"
                            + Program.body(file));
        }
    }

    private static long live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Files that Java makes in the temporary folder, and what stands in folders of workers. */
    private static Set<Path> files(List<Path> workers) {
        return Stream.concat(
                        files(TEMPORARY).filter(UploadRemainsTest::isNamedByJava),
                        workers.stream().flatMap(UploadRemainsTest::files))
                .collect(Collectors.toSet());
    }

    private static boolean isNamedByJava(Path file) {
        return file.getFileName().toString().matches(".*\\d{10,}.*");
    }

    private static List<Path> folders() {
        return list(TEMPORARY)
                .filter(each -> each.getFileName().toString().startsWith("sandbox"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        return list(folder).filter(Files::isRegularFile);
    }

    private static Stream<Path> list(Path folder) {
        try (var all = Files.list(folder)) {
            return all.toList().stream();
        } catch (IOException gone) {
            return Stream.of();
        }
    }
}
