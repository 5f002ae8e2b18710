package za.co.spikedata.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import za.co.spikedata.support.NameServer;

/** The portal's jar, started once for all journeys on a free port with a data folder of its own. */
final class RunningPortal {
    static final String EMAIL = "thandi@example.com";
    static final String PASSWORD = "correct horse battery staple";

    static final Path JAR = Path.of("target", "spike-portal.jar").toAbsolutePath();
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern LINK = Pattern.compile("https://[^/\\s]+(/\\S+)");
    private static final int START_SECONDS = 300;
    private static final RunningPortal ONLY = new RunningPortal();

    private final int port;
    private final int httpPort;
    private final Path samples;
    private final Path data;

    private RunningPortal() {
        try {
            Path home = Files.createDirectories(Path.of("target", "journeys")).toAbsolutePath();
            samples = home.resolve("samples");
            run(home, "samples", samples.toString()).waitFor();
            port = freePort();
            httpPort = freePort();
            data = home.resolve("data-" + UUID.randomUUID());
            Path log = home.resolve("portal-" + port + ".log");
            start(log, port, httpPort, data);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** An address of a tenant's host, such as {@code app} or {@code acme}. */
    static String url(String host, String path) {
        return "https://" + host + ".localhost:" + ONLY.port + path;
    }

    /** An address of a host of a tenant's own. */
    static String urlOfOwn(String host, String path) {
        return "https://" + host + ":" + ONLY.port + path;
    }

    /** The authority of the certificates it made at its first start. */
    static Path authority() {
        return ONLY.data.resolve("tls").resolve("ca.crt");
    }

    /** The folder of everything the running portal keeps. */
    static Path data() {
        return ONLY.data;
    }

    /** The path of the link in the latest mail to this address, which the portal kept as a file. */
    static String mailedLink(String to, String subject) {
        for (int i = 0; i < START_SECONDS * 10; i++) {
            var found =
                    mails().stream()
                            .filter(mail -> mail.contains("\nTo: " + to))
                            .filter(mail -> mail.contains("\nSubject: " + subject))
                            .toList();
            if (!found.isEmpty()) {
                var link = LINK.matcher(found.getLast());
                if (link.find()) {
                    return link.group(1);
                }
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("no mail to " + to + " about " + subject);
    }

    private static List<String> mails() {
        Path outbox = ONLY.data.resolve("outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        try (var files = Files.list(outbox)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
                texts.add(Files.readString(file).replace("\r", ""));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }

    /** A PDF that the jar's own {@code samples} command wrote. */
    static Path sample(String name) {
        Path pdf = ONLY.samples.resolve(name + ".pdf");
        if (!Files.exists(pdf)) {
            throw new IllegalArgumentException("no sample " + name);
        }
        return pdf;
    }

    /** Starts the jar and waits until it serves; it ends with the journeys at the latest. */
    static Process start(Path log, int port, int httpPort, Path data)
            throws IOException, InterruptedException {
        Process process =
                run(
                        log,
                        "--server.port=" + port,
                        "--portal.http-port=" + httpPort,
                        "--portal.recognise=false",
                        "--portal.trusted=127.0.0.1",
                        "--portal.dns=127.0.0.1:" + NameServer.port(),
                        "--portal.data=" + data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        awaitStart(process, log, port);
        return process;
    }

    private static Process run(Path log, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PORTAL_BOOTSTRAP_EMAIL", EMAIL);
        builder.environment().put("PORTAL_BOOTSTRAP_PASSWORD", PASSWORD);
        return builder.redirectOutput(
                        Files.isDirectory(log)
                                ? ProcessBuilder.Redirect.DISCARD
                                : ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    private static void awaitStart(Process process, Path log, int port)
            throws IOException, InterruptedException {
        String address = "https://app.localhost:" + port;
        for (int i = 0; i < START_SECONDS * 10; i++) {
            if (Files.readString(log).contains(address)) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The portal did not start:\n" + Files.readString(log));
    }

    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
