package za.co.spikedata.domains;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import za.co.spikedata.support.NameServer;

/** A real authority of certificates that runs on this machine (Debian's {@code pebble}). */
final class Pebble implements AutoCloseable {
    private static final long ENDS_WITHIN_SECONDS = 10;
    private static final int TRIES = 600;
    private static final long BETWEEN_TRIES_NANOS = 100_000_000;

    private final Process process;
    private final int port;
    private final TestAuthority.Issued own;

    /**
     * @param folder for its settings
     * @param httpPort where it looks for challenges, whatever the host
     */
    Pebble(Path folder, int httpPort) throws IOException {
        own = new TestAuthority().issue("localhost", "EC", Instant.now());
        Files.writeString(folder.resolve("cert.pem"), own.chain());
        Files.writeString(folder.resolve("key.pem"), own.key());
        port = free();
        var config = folder.resolve("pebble.json");
        Files.writeString(
                config,
                """
                {"pebble": {
                  "listenAddress": "127.0.0.1:%d",
                  "managementListenAddress": "127.0.0.1:%d",
                  "certificate": "%s", "privateKey": "%s",
                  "httpPort": %d, "tlsPort": %d,
                  "ocspResponderURL": "", "externalAccountBindingRequired": false
                }}
                """
                        .formatted(
                                port,
                                free(),
                                folder.resolve("cert.pem"),
                                folder.resolve("key.pem"),
                                httpPort,
                                httpPort));
        var start =
                new ProcessBuilder(
                                "pebble",
                                "-config",
                                config.toString(),
                                "-dnsserver",
                                "127.0.0.1:" + NameServer.port())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("pebble.log").toFile());
        start.environment().put("PEBBLE_VA_NOSLEEP", "1");
        start.environment().put("PEBBLE_WFE_NONCEREJECT", "0");
        process = start.start();
        awaitItsPort();
    }

    private void awaitItsPort() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try (var _ = new Socket("127.0.0.1", port)) {
                return;
            } catch (ConnectException notYet) {
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
        throw new IOException("Expected pebble to listen on " + port);
    }

    DomainSettings settings() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "authority", CertificateReader.certificates(own.chain()).getLast());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new DomainSettings(
                List.of(),
                Optional.of(URI.create("https://localhost:" + port + "/dir")),
                Optional.of("operators@example.com"),
                Optional.of(context));
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
    }
}
