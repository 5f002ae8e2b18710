package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;

/** Yesterday's backup, taken and put back as the guide to deploying says. */
class RestoreIT {
    private static final String PUBLISHED = "/.well-known/jwks.json";

    private final Path home = Path.of("target", "journeys").toAbsolutePath();
    private final Path data = home.resolve("restored-" + UUID.randomUUID());
    private final Path backup = home.resolve("backup-" + UUID.randomUUID());
    private final List<Process> portals = new ArrayList<>();
    private int port;
    private int httpPort;

    @AfterEach
    void nothingGoesOn() {
        portals.forEach(RunningPortal::stop);
    }

    @Test
    @DisplayName(
            "DEL-02 DEL-03 ENC-07 what was deleted since the backup stays deleted, the rest opens")
    void bringsBackWhatWasNotDeleted() throws Exception {
        Files.createDirectories(home);
        port = RunningPortal.freePort();
        httpPort = RunningPortal.freePort();
        Process first = start("before");
        Browserless member = member();
        String kept = sample(member);
        String deleted = sample(member);
        String before = member.get(kept + "/download.csv").body();
        RunningPortal.stop(first);
        copy(data, backup);

        Process second = start("deleting");
        member = member();
        String receipt = location(member.post(deleted + "/delete", Map.of()));
        Browserless asking = member;
        UploadForm.await(() -> asking.get(receipt + "/receipt.jws").statusCode() == 200);
        String signed = member.get(receipt + "/receipt.jws").body();
        RunningPortal.stop(second);
        putBack();

        Process third = start("restored");
        Browserless returned = member();
        assertThat(returned.get(deleted + "/download.csv").statusCode()).isEqualTo(404);
        UploadForm.await(() -> returned.get(deleted).statusCode() == 404);
        assertThat(returned.get(kept + "/download.csv").body()).isEqualTo(before);
        var verified =
                CommandLineIT.run(
                        "receipt",
                        kept("receipt.jws", signed),
                        kept("keys.json", returned.get(PUBLISHED).body()));
        assertThat(verified.code()).as("the receipt of before is true").isZero();
        assertThat(verified.said()).contains(id(deleted), "asked");

        RunningPortal.stop(third);
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.deleteRecursively(backup);
    }

    /** The database, and all buckets but that of keys, which no backup has. */
    private void putBack() throws IOException {
        replace(data.resolve("postgres"), backup.resolve("postgres"));
        try (var buckets = Files.list(backup.resolve("objects"))) {
            for (Path bucket : buckets.toList()) {
                if (!bucket.getFileName().toString().endsWith("-keys")) {
                    replace(data.resolve("objects").resolve(bucket.getFileName()), bucket);
                }
            }
        }
    }

    private Process start(String log) throws Exception {
        Process portal = RunningPortal.start(home.resolve(log + ".log"), port, httpPort, data);
        portals.add(portal);
        return portal;
    }

    private Browserless member() {
        return new Browserless(port, "app.localhost")
                .signIn(RunningPortal.EMAIL, RunningPortal.PASSWORD);
    }

    private static String sample(Browserless member) {
        String page = location(member.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> member.get(page + "/download.csv").statusCode() == 200);
        return page;
    }

    private String kept(String name, String content) throws IOException {
        return Files.writeString(backup.resolve(name), content).toString();
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /** With its rights, which the database insists on. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void replace(Path old, Path by) throws IOException {
        FileSystemUtils.deleteRecursively(old);
        Files.move(by, old);
    }
}
