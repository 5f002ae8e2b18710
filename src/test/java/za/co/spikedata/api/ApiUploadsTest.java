package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.bench.hostile.Family;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

/** Files that programs send to see what breaks. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiUploadsTest {
    private static final byte[] GOOD = Samples.statement(Layout.FNB, Wish.usual(77)).pdf();
    private static final byte[] NO_PDF = "no pdf".getBytes(StandardCharsets.US_ASCII);
    private static final String READ = "pdf/success/statement-common";
    private static final String UNFIT = "error/common/dev/invalid-inputs";

    /** Of all families of broken files each so-many-th is sent; the bench sends them all. */
    private static final int EACH = 9;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Secret secret;
    private Program program;

    @BeforeAll
    void keysAreMade() {
        secret = new Holder(portal, "spike").pair().secret();
        program = new Program(port).with(secret).with("Prefer", "status=http");
    }

    @Test
    @DisplayName("UPL-01 answers hostile files one by one, and reads good ones as before")
    void answersHostileFiles() {
        var families = Family.all(List.of(GOOD));
        var before = data();
        for (int i = 0; i < families.size(); i += EACH) {
            var family = families.get(i);
            var answer = program.post("/pdf2", Program.body(family.draw().apply(new Random(i))));

            assertThat(answer.statusCode()).as(family.name()).isIn(200, 422);
        }
        assertThat(data()).isEqualTo(before);
    }

    private String data() {
        return program.envelope("/pdf2", Program.body(GOOD)).get("data").toString();
    }

    @Test
    @DisplayName("UPL-03 says what a file is not, and the same of the same file each time")
    void saysWhatAFileIsNot() {
        var locked = Samples.locked(Layout.NEDBANK, Wish.usual(77), "geheim").pdf();
        var expected =
                Map.of(
                        Program.body(NO_PDF), "pdf/fail/invalid-pdf",
                        Program.body(locked), "pdf/fail/password-required",
                        Program.body(locked, "no"), "pdf/fail/password-incorrect",
                        Program.body(Samples.invoice().pdf()), "pdf/fail/unknown-pdf");

        for (int times = 0; times < 2; times++) {
            expected.forEach((body, code) -> {
                var answer = program.post("/pdf2", body);
                assertThat(answer.statusCode()).as(code).isEqualTo(422);
                assertThat(code(answer.body())).isEqualTo(code);
            });
        }
    }

    @Test
    @DisplayName("UPL-04 answers bodies whose length is a lie before or without reading them")
    void answersLiars() {
        var body = Program.body(NO_PDF);
        var huge = asked("Content-Length: 1073741824", "");
        var low = asked("Content-Length: " + (body.length() - 9), body);
        var none = asked("X-Length: " + body.length(), "");

        assertThat(huge.status()).isEqualTo(413);
        assertThat(code(huge.body())).isEqualTo(UNFIT);
        assertThat(code(low.body())).isEqualTo(UNFIT);
        assertThat(code(none.body())).isEqualTo(UNFIT);
        for (var file : List.of(new byte[0], new byte[1])) {
            assertThat(program.post("/pdf2", Program.body(file)).statusCode()).isEqualTo(422);
        }
    }

    private Wire.Answer asked(String length, String body) {
        try (var wire = Wire.tls(port, "api.localhost")) {
            wire.say(
                    "POST /pdf2 HTTP/1.1\r\nHost: api.localhost\r\n"
                            + "Content-Type: application/json\r\nx-api-key: %s\r\nx-user-key: %s\r\n"
                                    .formatted(secret.apiKey(), secret.userKey())
                            + length
                            + "\r\n\r\n"
                            + body);
            return wire.answer();
        }
    }

    @Test
    @DisplayName("UPL-06 takes base64 of nothing, and no letters that stand for nothing")
    void takesOddBase64() {
        assertThat(code(program.post("/pdf2", json("A".repeat(10_000_000))).body()))
                .isEqualTo("pdf/fail/invalid-pdf");
        for (var odd : List.of("====", "=JVB", "JVB\u00e9", "JVBERi0==", "\uff2aVBE")) {
            assertThat(code(program.post("/pdf2", json(odd)).body())).as(odd).isEqualTo(UNFIT);
        }
        var bomb = "{\"x\":" + "[".repeat(900) + "]".repeat(900) + ",\"file\":\"a\"}";
        assertThat(code(program.post("/pdf2", bomb).body())).isEqualTo(UNFIT);
    }

    private static String json(String base64) {
        return "{\"file\":\"a\",\"buffer\":\"" + base64 + "\"}";
    }

    @Test
    @DisplayName("UPL-07 takes no packed bodies, whatever they unpack to")
    void takesNoPackedBodies() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(Program.body(GOOD).getBytes(StandardCharsets.US_ASCII));
        }
        for (var coding : List.of("gzip", "br", "deflate", "gzip, gzip", "x")) {
            var answer =
                    program.with("Content-Encoding", coding).post("/pdf2", packed.toByteArray());
            assertThat(answer.statusCode()).as(coding).isEqualTo(415);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            var envelope = Program.JSON.readTree(answer.body());
            assertThat(envelope.get("code").stringValue()).isEqualTo(UNFIT);
            assertThat(envelope.get("data").get(0).stringValue()).contains("Content-Encoding");
            assertThat(envelope.propertyNames())
                    .as("as it is where more than the door is seen")
                    .containsExactlyElementsOf(
                            Program.JSON
                                    .readTree(program.post("/pdf2", "{}").body())
                                    .propertyNames());
            for (var same : List.of("message", "type", "blame", "score", "authenticity")) {
                assertThat(envelope.get(same))
                        .isEqualTo(
                                Program.JSON
                                        .readTree(program.post("/pdf2", "{}").body())
                                        .get(same));
            }
        }
    }

    @Test
    @DisplayName("API-05 takes a body that is said to be packed in no way")
    void takesBodiesOfIdentity() {
        for (var coding : List.of("identity", "Identity")) {
            var answer = program.with("Content-Encoding", coding).post("/pdf2", Program.body(GOOD));
            assertThat(code(answer.body()))
                    .isEqualTo(code(program.post("/pdf2", Program.body(GOOD)).body()));
            assertThat(code(answer.body())).startsWith("pdf/success/");
        }
    }

    @Test
    @DisplayName("UPL-09 takes any label for a file, and uses it for nothing")
    void takesAnyLabel() {
        for (var label :
                List.of(
                        "../../x",
                        "..\\x",
                        "/etc/passwd",
                        "C:\\x",
                        "a\u0000b",
                        "a\r\nX-Injected: 1",
                        "\u202Efdp.exe",
                        "<img src=x onerror=alert(1)>",
                        "=cmd()",
                        "x".repeat(5_000),
                        "\uD83D\uDE00",
                        "CON",
                        "-rf",
                        ".")) {
            var body =
                    Program.JSON.writeValueAsString(
                            Map.of(
                                    "file",
                                    label,
                                    "buffer",
                                    Base64.getEncoder().encodeToString(NO_PDF)));
            var answer = program.post("/pdf2", body);

            assertThat(code(answer.body())).as(label).isEqualTo("pdf/fail/invalid-pdf");
            assertThat(answer.headers().map()).doesNotContainKey("x-injected");
            if (label.length() > 1) {
                assertThat(answer.body()).doesNotContain(label);
            }
        }
    }

    @Test
    @DisplayName(
            "UPL-10 reads what is a PDF and something else as a PDF, and says so in JSON alone")
    void readsPolyglots() {
        for (var head : List.of("<script>alert(1)</script>\n", "GIF89a;\n", "PK\u0003\u0004\n")) {
            var both = new ByteArrayOutputStream();
            both.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            both.writeBytes(GOOD);
            var answer = program.post("/pdf2", Program.body(both.toByteArray()));

            assertThat(answer.statusCode()).as(head).isIn(200, 422);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body()).doesNotContain("alert(1)");
        }
    }

    @Test
    @DisplayName("UPL-17 charges once for a file that comes many times at the same time")
    void chargesOnceForMany() throws Exception {
        var holder = new Holder(portal, "spike").pair();
        var own = new Program(port).with(holder.secret());
        var seed = UUID.randomUUID().getMostSignificantBits();
        var body = Program.body(Samples.statement(Layout.ABSA, Wish.usual(seed)).pdf());
        var told = new ArrayList<Future<String>>();
        try (var together = Executors.newFixedThreadPool(Holder.AT_ONCE)) {
            for (int i = 0; i < Holder.AT_ONCE; i++) {
                told.add(together.submit(() -> own.post("/pdf2", body).body()));
            }
        }
        int paid = 0;
        for (var each : told) {
            assertThat(code(each.get())).isEqualTo(READ);
            paid +=
                    Program.JSON
                            .readTree(each.get())
                            .get("creditsDeducted")
                            .decimalValue()
                            .signum();
        }
        assertThat(paid).isEqualTo(-1);
    }

    private static String code(String body) {
        return Program.JSON.readTree(body).get("code").stringValue();
    }
}
