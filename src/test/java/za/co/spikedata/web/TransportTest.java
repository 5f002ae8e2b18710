package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.ClientHello;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

@PortalTest
class TransportTest {
    private static final String PROBLEM = "application/problem+json";

    /** A fatal alert, and nothing after it; the record says a version of its own. */
    private static final String ALERT = "(?s)\u0015\u0003.\u0000\u0002\u0002";

    private static final String PROTOCOL_VERSION = "\u0046";
    private static final int HANDSHAKE = 0x16;
    private static final String STATIC = "GET /portal.css HTTP/1.1\r\nHost: app.localhost\r\n\r\n";
    private static final String GET = "GET /sign-in HTTP/1.1\r\nHost: app.localhost\r\n\r\n";

    @LocalServerPort private int port;
    @Autowired private ServletWebServerApplicationContext context;

    private int httpPort() {
        var connectors =
                ((TomcatWebServer) context.getWebServer())
                        .getTomcat()
                        .getService()
                        .findConnectors();
        return Arrays.stream(connectors)
                .filter(connector -> !connector.getSecure())
                .findFirst()
                .orElseThrow()
                .getLocalPort();
    }

    @Test
    void keepsAConnectionForHundredsOfRequests() {
        try (var wire = Wire.tls(port, "app.localhost")) {
            for (int request = 0; request < 300; request++) {
                var answer = wire.say(STATIC).answer();

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.all("connection")).doesNotContain("close");
            }
        }
    }

    @Test
    @DisplayName("TLS-01 only TLS 1.3 and authenticated encryption")
    void speaksTls13() {
        try (var wire = Wire.tls(port, "app.localhost")) {
            assertThat(wire.secured().getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(wire.secured().getSession().getCipherSuite())
                    .matches("TLS_(AES|CHACHA20).*");
        }
    }

    @ParameterizedTest
    @DisplayName("TLS-01 TLS-02 older versions get an alert for an answer, and nothing else")
    @ValueSource(ints = {0x0303, 0x0302, 0x0301, 0x0300})
    void refusesOlderVersions(int version) {
        try (var wire = Wire.plain(port)) {
            assertThat(wire.say(ClientHello.ofVersion(version).text()).rest())
                    .matches(ALERT + PROTOCOL_VERSION);
        }
        try (var wire = Wire.plain(port)) {
            assertThat(wire.say(ClientHello.modern().text()).bytes(1)).containsExactly(HANDSHAKE);
        }
    }

    @Test
    @DisplayName("TLS-05 data sent before the handshake is done ends the connection")
    void takesNoEarlyData() {
        try (var wire = Wire.plain(port)) {
            wire.say(ClientHello.modern().early().text());
            assertThat(wire.bytes(1)).as("the offer is no mistake").containsExactly(HANDSHAKE);

            // Whoever took early data, or passed it over, would wait for the handshake's end.
            assertThat(wire.say(ClientHello.data(200)).closesWithin(5_000)).isTrue();
        }
    }

    @Test
    @DisplayName("TLS-07 nothing is compressed, whoever asks for it")
    void compressesNothing() {
        try (var wire = Wire.plain(port)) {
            var answer = wire.say(ClientHello.modern().compressing("0100").text()).bytes(47);

            // A ServerHello: record, message, version, random, no session, suite, compression.
            assertThat(answer[0]).isEqualTo((byte) HANDSHAKE);
            assertThat(answer[43]).as("session").isZero();
            assertThat(answer[44]).as("suite").isEqualTo((byte) 0x13);
            assertThat(answer[46]).as("compression").isZero();
        }
    }

    @ParameterizedTest
    @DisplayName("TLS-04 each host shows its own certificate and no other tenant's")
    @ValueSource(strings = {"app.localhost", "acme.localhost", "admin.localhost"})
    void showsTheHostsCertificate(String host) throws Exception {
        try (var wire = Wire.tls(port, host)) {
            var certificate =
                    (X509Certificate) wire.secured().getSession().getPeerCertificates()[0];

            assertThat(names(certificate)).containsExactly(host);
            assertThat(
                            ((ECPublicKey) certificate.getPublicKey())
                                    .getParams()
                                    .getOrder()
                                    .bitLength())
                    .isGreaterThanOrEqualTo(256);
        }
    }

    @ParameterizedTest
    @DisplayName("TLS-04 a name nobody has, or none, shows nothing of a tenant or the machine")
    @NullSource
    @ValueSource(strings = {"evil.example", "never-made.localhost"})
    void showsStrangersNothing(@Nullable String name) throws Exception {
        try (var wire = Wire.tls(port, name)) {
            for (var shown : wire.secured().getSession().getPeerCertificates()) {
                assertThat(new String(shown.getEncoded(), StandardCharsets.ISO_8859_1))
                        .doesNotContainIgnoringCase("spike")
                        .doesNotContain("file:", file("app", "certificate").getParent().toString());
            }
            var certificate =
                    (X509Certificate) wire.secured().getSession().getPeerCertificates()[0];
            assertThat(names(certificate)).containsExactly("localhost");
            var host = name == null ? "evil.example" : "app.localhost";
            var answer = wire.say("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").answer();
            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.headers() + answer.body()).doesNotContainIgnoringCase("spike");
        }
    }

    @Test
    @DisplayName("TLS-04 a certificate of one host is no way to another")
    void comparesHostAndCertificate() {
        try (var wire = Wire.tls(port, "acme.localhost")) {
            var answer = wire.say(GET).answer();

            assertThat(answer.status()).isEqualTo(421);
            assertThat(answer.body()).doesNotContain("Spike", "Acme");
        }
    }

    @ParameterizedTest
    @DisplayName("API-05 programs read problems even where nothing of a request could be read")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /%zz HTTP/1.1\\r\\nHost: api.localhost\\r\\n\\r\\n",
                "GET /a%00b HTTP/1.1\\r\\nHost: api.localhost\\r\\n\\r\\n",
                "GET / HTTP/9.9\\r\\n\\r\\n",
                "G@T / HTTP/1.1\\r\\n\\r\\n",
                "GET /{} HTTP/1.1\\r\\nHost: api.localhost\\r\\n\\r\\n",
                "POST /pdf2 HTTP/1.1\\r\\nHost: api.localhost\\r\\nContent-Length: x\\r\\n\\r\\n",
                "POST /pdf2 HTTP/1.1\\r\\nHost: api.localhost\\r\\nTransfer-Encoding:"
                        + " x\\r\\n\\r\\n",
                "GET / HTTP/1.1\\r\\nHost api.localhost\\r\\n\\r\\n",
                "nothing like it\\r\\n\\r\\n"
            })
    void tellsProgramsWhatIsUnreadable(String escaped) {
        var said = escaped.translateEscapes();
        var problem = answered("api.localhost", said);
        assertThat(problem.header("Content-Type"))
                .isEqualTo(said.contains(" /pdf2 ") ? "application/json" : PROBLEM);
        assertThat(problem.body()).contains("\"code\":\"error/common/dev/invalid-inputs\"");
        var page = answered("app.localhost", said.replace("api.", "app."));
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    }

    @Test
    @DisplayName("API-05 programs that name no version of HTTP read problems too")
    void tellsProgramsWithoutAVersion() {
        assertThat(answered("api.localhost", "GET /v7/documents\r\n\r\n").header("Content-Type"))
                .isEqualTo(PROBLEM);
        assertThat(answered("api.localhost", "GET /pdf2\r\n\r\n").header("Content-Type"))
                .isEqualTo("application/json");
        // Tomcat takes the next line it cannot parse for one without a version too.
        assertThat(Wire.ask(port, GET).status()).isEqualTo(200);
    }

    private Wire.Answer answered(String host, String said) {
        try (var wire = Wire.tls(port, host)) {
            var answer = wire.say(said).answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isNotEmpty();
            return answer;
        }
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    @Test
    @DisplayName("TLS-03 plain HTTP sends pages to TLS on the same host, and sets no cookie")
    void sendsPagesToTls() {
        try (var wire = Wire.plain(httpPort())) {
            var answer =
                    wire.say("GET /sign-in?a=b HTTP/1.1\r\nHost: acme.localhost\r\n\r\n").answer();

            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.header("Location"))
                    .isEqualTo("https://acme.localhost:" + port + "/sign-in?a=b");
            assertThat(answer.all("Set-Cookie")).isEmpty();
            assertThat(answer.all("Strict-Transport-Security")).isEmpty();
            assertThat(answer.all("X-Frame-Options")).containsExactly("SAMEORIGIN");
        }
    }

    @ParameterizedTest
    @DisplayName("TLS-03 plain HTTP refuses forms, the API and unknown hosts")
    @CsvSource({
        "POST, /sign-in, app.localhost, 403, text/html;charset=UTF-8",
        "GET, /pdf2, api.localhost, 403, application/json",
        "POST, /pdf2, api.localhost, 403, application/json",
        "POST, /pdf2, api-v6.localhost:1, 403, application/json",
        "GET, /v7/documents, api.localhost, 403, application/problem+json",
        "GET, /, evil.example, 421, text/html;charset=UTF-8"
    })
    void refusesTheRest(String method, String path, String host, int status, String type) {
        try (var wire = Wire.plain(httpPort())) {
            var answer =
                    wire.say(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                            .answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo(type);
            assertThat(answer.body()).isNotEmpty();
            assertThat(answer.all("Set-Cookie")).isEmpty();
            assertThat(answer.all("Location")).isEmpty();
        }
    }

    @Test
    @DisplayName("TLS-06 a thousand half-open handshakes do not slow others down")
    void bearsHalfOpenHandshakes() {
        slowest();
        // Another program on the machine can spoil a measure, not three.
        for (int i = 0; i < 3; i++) {
            long before = slowest();
            if (slowestBesideHalfOpen() < 2 * before) {
                return;
            }
        }
        throw new AssertionError("slower, three times");
    }

    private long slowestBesideHalfOpen() {
        var idle = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 1_000; i++) {
                idle.add(Wire.plain(port).say("\u0016\u0003\u0001\u0002\u0000"));
            }
            return slowest();
        } finally {
            idle.forEach(Wire::close);
        }
    }

    /** The 95th of 100 answers. */
    private long slowest() {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 100; i++) {
            long start = System.nanoTime();
            try (var wire = Wire.tls(port, "app.localhost")) {
                wire.say("GET /portal.css HTTP/1.1\r\nHost: app.localhost\r\n\r\n").answer();
            }
            times.add(System.nanoTime() - start);
        }
        return times.stream().sorted().skip(94).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("TLS-07 a replaced certificate is shown without a restart; older tickets are dead")
    void takesUpReplacedCertificates() throws Exception {
        var ours = file("acme", "certificate");
        var key = file("acme", "private-key");
        var certificateBefore = Files.readAllBytes(ours);
        var keyBefore = Files.readAllBytes(key);
        var client = new ReturningClient();
        assertThat(client.isShownCertificate(port)).isTrue();
        assertThat(client.isShownCertificate(port)).as("its ticket serves").isFalse();
        try {
            Files.copy(file("app", "private-key"), key, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(file("app", "certificate"), ours, StandardCopyOption.REPLACE_EXISTING);

            awaitCertificate("app.localhost");
            assertThat(client.isShownCertificate(port)).isTrue();
        } finally {
            Files.write(key, keyBefore);
            Files.write(ours, certificateBefore);
        }
        awaitCertificate("acme.localhost");
    }

    /** A client of Acme that goes on where it left off, as long as the server lets it. */
    private static final class ReturningClient {
        private final AtomicInteger shown = new AtomicInteger();
        private final SSLContext context = AnyCertificate.context(shown::incrementAndGet);

        boolean isShownCertificate(int port) throws IOException {
            int before = shown.get();
            try (var wire = Wire.tls(context, port, "acme.localhost")) {
                wire.say("GET /portal.css HTTP/1.1\r\nHost: acme.localhost\r\n\r\n").answer();
            }
            return shown.get() > before;
        }
    }

    @Test
    @DisplayName("TLS-07 keys of certificates are their owner's alone")
    void keepsKeysToItself() throws IOException {
        assertThat(Files.getPosixFilePermissions(file("app", "private-key")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    private Path file(String host, String kind) {
        var property = "spring.ssl.bundle.pem.host-" + host + "-localhost.keystore." + kind;
        return Path.of(URI.create(context.getEnvironment().getRequiredProperty(property)));
    }

    /** Until a client that asks for Acme is shown the certificate of this host. */
    private void awaitCertificate(String host) throws Exception {
        for (int i = 0; i < 300; i++) {
            try (var wire = Wire.tls(port, "acme.localhost")) {
                var shown = wire.secured().getSession().getPeerCertificates()[0];
                if (names((X509Certificate) shown).contains(host)) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never shown: " + host);
    }

    @Test
    @DisplayName("NET-10 HTTP/2 is not spoken, so nothing of it can be abused")
    void speaksNoHttp2() throws IOException {
        try (var socket = Wire.unsecured(AnyCertificate.context(), port)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName("app.localhost")));
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();

            assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
        }
        try (var wire = Wire.tls(port, "app.localhost")) {
            assertThat(wire.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").isClosed()).isTrue();
        }
        var upgraded =
                Wire.ask(
                        port,
                        "GET /sign-in HTTP/1.1\r\n"
                                + "Host: app.localhost\r\n"
                                + "Connection: Upgrade, HTTP2-Settings\r\n"
                                + "Upgrade: h2c\r\n"
                                + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
        assertThat(upgraded.status()).isEqualTo(200);
    }
}
