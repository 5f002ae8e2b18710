package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.mail.MailSettings;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Sample;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Truth;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;

/**
 * Runs the programs that the developers' page shows, as they are. Around them stands what a public
 * API would not need: trust in a certificate of our own, and a name that no resolver knows.
 */
@PortalTest
class ExamplesTest {
    private static final long PATIENCE_SECONDS = 180;
    private static final String HOST = "api.localhost";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private MailSettings settings;
    @TempDir private Path folder;

    private final Sample sample = Samples.statement(Layout.FNB, Wish.usual(283));

    @BeforeEach
    void aStatementAndTheWorldAreThere() throws Exception {
        Files.write(folder.resolve("statement.pdf"), sample.pdf());
        Files.copy(authority(), folder.resolve("ca.crt"));
        trustOfJava();
        var address = InetAddress.getLoopbackAddress().getHostAddress();
        Files.writeString(folder.resolve("hosts"), address + " " + HOST + "\n");
        Files.writeString(
                folder.resolve("names.cjs"),
                """
                const dns = require("dns");
                const lookup = dns.lookup;
                dns.lookup = (host, ...rest) => lookup(host === "%s" ? "%s" : host, ...rest);
                """
                        .formatted(HOST, address));
        Files.writeString(
                folder.resolve("sitecustomize.py"),
                """
                import socket
                find = socket.getaddrinfo
                socket.getaddrinfo = lambda host, *a, **k: find(
                    "%s" if host == "%s" else host, *a, **k)
                """
                        .formatted(address, HOST));
    }

    @ParameterizedTest
    @EnumSource
    void printTheRowsOfAStatement(Example example) throws Exception {
        var file = Files.writeString(folder.resolve(example.file()), example.text(address()));

        var printed = run(command(example, file));

        for (var row : ((Truth.Told) sample.truth()).rows()) {
            assertThat(printed).contains(row.date() + "", row.amount().decimal().toPlainString());
        }
    }

    @Test
    void fillInTheAddressAndNothingElse() {
        for (var example : Example.values()) {
            assertThat(example.text("https://api.acme.test"))
                    .contains("https://api.acme.test/v7/documents", "API_TOKEN")
                    .doesNotContain("example.com");
        }
    }

    private String address() {
        return "https://" + HOST + ":" + port;
    }

    private static String program(Example example) {
        return switch (example) {
            case CURL -> "curl";
            case JAVA -> java();
            case JAVASCRIPT -> "node";
            case PYTHON -> "python3";
        };
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> command(Example example, Path file) {
        var program = example == Example.CURL ? "sh" : program(example);
        return List.of(program, file.toString(), folder.resolve("statement.pdf").toString());
    }

    private String run(List<String> command) throws Exception {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "API_TOKEN",
                                new Holder(portal, "acme").token().token(),
                                "CURL_CA_BUNDLE",
                                folder.resolve("ca.crt").toString(),
                                "SSL_CERT_FILE",
                                folder.resolve("ca.crt").toString(),
                                "NODE_EXTRA_CA_CERTS",
                                folder.resolve("ca.crt").toString(),
                                "NODE_OPTIONS",
                                "--require=" + folder.resolve("names.cjs"),
                                "PYTHONPATH",
                                folder.toString(),
                                "JAVA_TOOL_OPTIONS",
                                "-Djdk.net.hosts.file="
                                        + folder.resolve("hosts")
                                        + " -Djavax.net.ssl.trustStore="
                                        + folder.resolve("trust.p12")
                                        + " -Djavax.net.ssl.trustStorePassword=changeit"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }

    private Path authority() {
        return settings.folder().resolveSibling("tls").resolve("ca.crt");
    }

    private void trustOfJava() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority())) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        try (var out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
