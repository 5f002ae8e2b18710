package za.co.spikedata.boot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The real PostgreSQL server, kept in one folder, started and stopped with the portal. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** Of {@code postmaster.pid}, from 0. */
    private static final int PORT_LINE = 3;

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            var cluster = cluster(folder);
            stopOrphan(cluster);
            return new EmbeddedDatabase(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(cluster)
                            .setOverrideWorkingDirectory(
                                    folder.resolve("server").toAbsolutePath().toFile())
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("log_min_messages", "warning")
                            .setServerConfig("log_min_error_statement", "panic")
                            .setPGStartupWait(START_LIMIT)
                            .start());
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "Expected the embedded PostgreSQL to start in " + folder, broken);
        }
    }

    /**
     * A server to read from, and what to do when done with it.
     *
     * @param url its JDBC address
     */
    record Attached(String url, AutoCloseable end) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    /** Whether one was ever started on the folder. */
    static boolean isIn(Path folder) {
        return Files.exists(cluster(folder));
    }

    private static Path cluster(Path folder) {
        return folder.resolve("cluster").toAbsolutePath();
    }

    /** The server that runs on the folder, which goes on running, or one started for now. */
    static Attached attach(Path folder) {
        var pidFile = cluster(folder).resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                var lines = Files.readAllLines(pidFile);
                if (lines.size() > PORT_LINE && isPostgres(lines.getFirst())) {
                    return new Attached(
                            "jdbc:postgresql://localhost:%s/postgres"
                                    .formatted(lines.get(PORT_LINE).strip()),
                            () -> {});
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Expected to read " + pidFile, unreadable);
        }
        var started = start(folder);
        return new Attached(started.url(), started);
    }

    private static boolean isPostgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
    }

    String owner() {
        return "postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** A portal that was killed leaves its server running on the folder; it is stopped first. */
    private static void stopOrphan(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var orphan =
                lines.size() < 2 || !Path.of(lines.get(1)).equals(cluster)
                        ? java.util.Optional.<ProcessHandle>empty()
                        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                                .filter(process ->
                                        process.info().command().orElse("").endsWith("postgres"));
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException
                    | java.util.concurrent.TimeoutException stuck) {
                orphan.get().destroyForcibly();
            }
        }
        Files.deleteIfExists(pidFile);
    }
}
