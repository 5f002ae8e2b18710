package za.co.spikedata.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import za.co.spikedata.support.RawSearch;
import za.co.spikedata.support.Wire;

/**
 * What stays in memory and on disk of files that were sent. Other programs write to the temporary
 * folder too, so what counts there is whatever holds a piece of what was sent, and any kind of file
 * of which there are more the more is sent.
 */
@PortalTest
class UploadRemainsTest {
    private static final int WARM = 100;
    private static final int COUNTED = 250;

    /** In which files are sent, in turns. */
    private static final int WAYS = 5;

    /** Were a file left of every other one that is sent in one of the ways. */
    private static final int MANY = COUNTED / WAYS / 2;

    /** Bytes of a file; were one of ten kept, memory would grow beyond what chance explains. */
    private static final int FILE_BYTES = 200_000;

    private static final long MOST_GROWTH_BYTES = (long) COUNTED * FILE_BYTES / 10;

    /** None of the sent files, nor of a piece of one, is larger in any form. */
    private static final long MOST_SEARCHED_BYTES = 64 << 20;

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final byte[] GOOD = Samples.statement(Layout.FNB, Wish.usual(77)).pdf();

    /** Fills every file up, so that most pieces of one hold it. */
    private static final String WORD = "%sent " + UUID.randomUUID() + "\n";

    private static final RawSearch SEARCH = new RawSearch(Map.of("word", WORD));

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Program program;
    private int sent;

    @Test
    @DisplayName("UPL-21 nothing stays of files in temporary folders, and memory stays flat")
    void nothingStays() {
        program = new Program(port).with(new Holder(portal, "spike").pair().secret());
        send(WARM);
        var before = temporary();
        long live = live();
        send(COUNTED);

        assertThat(remains(before)).isEmpty();
        assertThat(live() - live).isLessThan(MOST_GROWTH_BYTES);
    }

    @Test
    @DisplayName("UPL-21 the search would see a piece of a file, and files that hold none of it")
    void wouldSeeWhatStays() throws IOException {
        var before = temporary();
        var piece = Files.createTempFile("piece", ".tmp");
        var folder = Files.createTempDirectory("sandbox");
        try {
            Files.write(piece, Arrays.copyOfRange(file(), FILE_BYTES - 1_000, FILE_BYTES));
            for (int i = 0; i < MANY; i++) {
                Files.createTempFile(folder, "spool", ".tmp");
            }
            assertThat(remains(before))
                    .hasSize(2)
                    .contains(piece.toString())
                    .anyMatch(each -> each.startsWith(MANY + " of spool"));
        } finally {
            Files.delete(piece);
            for (var file : list(folder).toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    /** One of five is read, the others end in every way that a request can. */
    private void send(int count) {
        for (int i = 0; i < count; i++) {
            var file = file();
            switch (sent++ % WAYS) {
                case 0, 1 -> program.post("/pdf2test", Program.body(file));
                case 2 -> program.post("/pdf2", Program.body(file) + "}");
                case 3 -> breakOff(file);
                default -> Documents.of(program).bring(file);
            }
        }
    }

    /** The next to be sent, which is none again. */
    private byte[] file() {
        var start = sent % WAYS == 0 ? GOOD : ("no pdf " + sent).getBytes(US_ASCII);
        var word = WORD.getBytes(US_ASCII);
        var file = Arrays.copyOf(start, FILE_BYTES);
        for (int at = start.length; at + word.length <= file.length; at += word.length) {
            System.arraycopy(word, 0, file, at, word.length);
        }
        return file;
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

    /** Files that hold what was sent, and kinds of which there are many more than before. */
    private static List<String> remains(Set<Path> before) {
        var fresh = temporary().stream().filter(each -> !before.contains(each)).toList();
        var kinds =
                fresh.stream()
                        .collect(
                                Collectors.groupingBy(
                                        UploadRemainsTest::kind, Collectors.counting()));
        return Stream.concat(
                        fresh.stream()
                                .filter(UploadRemainsTest::holdsWhatWasSent)
                                .map(Path::toString),
                        kinds.entrySet().stream()
                                .filter(kind -> kind.getValue() >= MANY)
                                .map(kind -> kind.getValue() + " of " + kind.getKey()))
                .toList();
    }

    /** Its name without what tells it from others of its kind. */
    private static String kind(Path file) {
        return file.getFileName().toString().replaceAll("[0-9a-f]*\\d[0-9a-f]*", "#");
    }

    private static boolean holdsWhatWasSent(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.isReadable(file)
                    && Files.size(file) <= MOST_SEARCHED_BYTES
                    && !SEARCH.in(Files.readAllBytes(file)).isEmpty();
        } catch (IOException gone) {
            return false;
        }
    }

    /** What stands in the temporary folder, and in the folders of workers and servers in it. */
    private static Set<Path> temporary() {
        return list(TEMPORARY)
                .flatMap(each ->
                        each.getFileName().toString().matches("(sandbox|tomcat).*")
                                ? under(each)
                                : Stream.of(each))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> under(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                ? list(folder).flatMap(UploadRemainsTest::under)
                : Stream.of(folder);
    }

    private static Stream<Path> list(Path folder) {
        try (var all = Files.list(folder)) {
            return all.toList().stream();
        } catch (IOException gone) {
            return Stream.of();
        }
    }
}
