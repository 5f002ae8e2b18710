package za.co.spikedata.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import za.co.spikedata.Portal;
import za.co.spikedata.support.PortalTest;

/** A portal in a process of its own, so that its start and its memory are nobody else's too. */
final class PortalProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");
    private static final int KILOBYTES = 1_024;

    private final Process process;
    private final int port;
    private final Duration start;

    private PortalProcess(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * @param data what it keeps, and goes on with at its next start
     * @param options beside the usual ones
     */
    static PortalProcess start(Path data, String... options)
            throws IOException, InterruptedException {
        int port = freePort();
        var log = data.resolveSibling(data.getFileName() + ".log");
        Files.deleteIfExists(log);
        long from = System.nanoTime();
        var command =
                List.of(
                        java("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        Portal.class.getName(),
                        "--server.port=" + port,
                        "--portal.http-port=-1",
                        "--portal.recognise=false",
                        "--portal.trusted=127.0.0.1",
                        "--portal.data=" + data);
        var builder =
                new ProcessBuilder(Stream.concat(command.stream(), Stream.of(options)).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("PORTAL_BOOTSTRAP_EMAIL", PortalTest.EMAIL);
        builder.environment().put("PORTAL_BOOTSTRAP_PASSWORD", PortalTest.PASSWORD);
        var process = builder.start();
        long until = from + PATIENCE.toNanos();
        while (!Files.readString(log).contains("https://app.localhost:" + port)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IllegalStateException("Expected a portal:\n" + Files.readString(log));
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return new PortalProcess(process, port, Duration.ofNanos(System.nanoTime() - from));
    }

    int port() {
        return port;
    }

    /** From nothing until it serves. */
    Duration startTime() {
        return start;
    }

    /** Megabytes of its heap that are in use once its garbage is gone. */
    long heap() throws IOException, InterruptedException {
        ask("GC.run");
        var used = USED.matcher(ask("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("Expected to be told how much of the heap is used");
        }
        return Long.parseLong(used.group(1)) / KILOBYTES;
    }

    private String ask(String command) throws IOException, InterruptedException {
        var asked =
                new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), command)
                        .redirectErrorStream(true)
                        .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
