package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Sample;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Truth;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfApiTest {
    private static final Sample ABSA = Samples.statement(Layout.ABSA, Wish.usual(21));
    private static final int BASE64_OF_PDF = 6_291_456;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Secret secret;
    private Program program;

    @BeforeAll
    void keysAreMade() {
        secret = new Holder(portal, "spike").pair().secret();
        program = new Program(port).with(secret);
    }

    @Test
    void answersTheOldestFormWithEveryRowAsPrinted() {
        var answer = program.post("/pdf", Program.body(ABSA.pdf()));
        var envelope = Program.JSON.readTree(answer.body());
        var data = envelope.get("data");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(envelope.propertyNames()).containsExactly("requestId", "code", "type", "data");
        assertThat(envelope.get("code").stringValue())
                .isEqualTo("pdf/success/bank-statement-normal");
        assertThat(envelope.get("type").intValue()).isEqualTo(2);
        assertThat(data.get("parser").stringValue()).isEqualTo("ABSA_CHEQUEACCOUNT_EMAIL_0");
        assertThat(data.get("statement").get("bank").stringValue()).isEqualTo("ABS");
        assertThat(data.get("valid").booleanValue()).isTrue();
        assertThat(data.has("breaks")).isFalse();
        assertThat(data.has("authenticity")).isTrue();
        tellsTheTruth(data);
    }

    private static void tellsTheTruth(JsonNode data) {
        var truth = (Truth.Told) ABSA.truth();
        var rows = data.get("transactions").valueStream().filter(row -> row.has("amount")).toList();
        assertThat(rows).hasSameSizeAs(truth.rows());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var expected = truth.rows().get(i);
            assertThat(row.get("date").stringValue()).isEqualTo(expected.date() + "T00:00:00.000Z");
            assertThat(row.get("amount").decimalValue())
                    .isEqualByComparingTo(expected.amount().decimal());
            assertThat(row.get("balance").decimalValue())
                    .isEqualByComparingTo(expected.balance().decimal());
        }
        assertThat(data.get("transactions").valueStream().map(row -> row.get("id").intValue()))
                .isEqualTo(
                        IntStream.rangeClosed(1, data.get("transactions").size()).boxed().toList());
    }

    @Test
    void writesAmountsAsTheyArePrintedWithoutZerosBehind() {
        var body = program.post("/pdf2", Program.body(ABSA.pdf())).body();

        assertThat(body).doesNotContainPattern("\"(amount|balance)\":-?\\d+\\.\\d*0[,}]");
        // The request's id is hexadecimal and may well hold such an e.
        assertThat(body.substring(body.indexOf("\"data\":")))
                .contains("\"amount\":")
                .doesNotContainPattern("\\d[eE][+-]?\\d");
        assertThat(body).doesNotContain("null");
    }

    @Test
    void flattensTheNewestFormAndJudgesTheFile() {
        var envelope = program.envelope("/pdf2", Program.body(ABSA.pdf()));

        assertThat(envelope.get("code").stringValue()).isEqualTo("pdf/success/statement-common");
        assertThat(envelope.get("data").get("type").stringValue()).isEqualTo("BankStatementNormal");
        assertThat(envelope.get("data").get("numBreaks").intValue()).isZero();
        assertThat(envelope.get("data").get("statement").has("closingBalance")).isTrue();
        assertThat(envelope.has("score") && envelope.has("authenticity")).isTrue();
        tellsTheTruth(envelope.get("data"));
    }

    @Test
    void showsTenRowsForNothing() {
        var envelope = program.envelope("/pdf2test", Program.body(ABSA.pdf()));

        assertThat(envelope.get("data").get("transactions").size()).isEqualTo(10);
        assertThat(envelope.has("score") || envelope.has("authenticity")).isFalse();
        assertThat(envelope.get("creditsDeducted").decimalValue())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void tellsWhereABalanceDoesNotFollow() {
        var sample = Samples.contradicted(Layout.ABSA, Wish.usual(21), Samples.Misprint.BALANCE, 5);
        var data = program.envelope("/pdf1", Program.body(sample.pdf())).get("data");

        assertThat(data.get("valid").booleanValue()).isFalse();
        assertThat(data.get("breaks").size()).isEqualTo(2);
        var first = data.get("breaks").get(0);
        assertThat(first.get("cur_id").intValue()).isEqualTo(first.get("prev_id").intValue() + 1);
        assertThat(first.get("diff").decimalValue()).isEqualByComparingTo("9");
        assertThat(
                        program.envelope("/pdf2", Program.body(sample.pdf()))
                                .get("data")
                                .get("numBreaks")
                                .intValue())
                .isEqualTo(2);
    }

    @Test
    void opensLockedFilesWithTheirPasswordAlone() {
        var locked = Samples.locked(Layout.NEDBANK, Wish.usual(4), "geheim");

        assertThat(code("/pdf1", Program.body(locked.pdf())))
                .isEqualTo("pdf/fail/password-required");
        assertThat(code("/pdf1", Program.body(locked.pdf(), "")))
                .isEqualTo("pdf/fail/password-required");
        assertThat(code("/pdf1", Program.body(locked.pdf(), "wrong")))
                .isEqualTo("pdf/fail/password-incorrect");
        assertThat(code("/pdf1", Program.body(locked.pdf(), "geheim")))
                .isEqualTo("pdf/success/bank-statement-normal");
        assertThat(code("/pdf1", Program.body(ABSA.pdf(), "")))
                .isEqualTo("pdf/success/bank-statement-normal");
    }

    @Test
    void saysWhatItIsInOldWordsToOldClients() {
        var noPdf = Program.body("no pdf at all".getBytes(StandardCharsets.US_ASCII));

        assertThat(code("/pdf", noPdf)).isEqualTo("pdf/fail/invalid-pdf-exception");
        assertThat(code("/pdf1", noPdf)).isEqualTo("pdf/fail/invalid-pdf");
        var newest = program.envelope("/pdf2", noPdf);
        assertThat(newest.get("blame").stringValue()).isEqualTo("SPIKE");
        assertThat(newest.get("score").intValue()).isZero();
        assertThat(newest.get("message").stringValue()).isNotBlank();
        assertThat(code("/pdf2", Program.body(Samples.invoice().pdf())))
                .isEqualTo("pdf/fail/unknown-pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"file\":\"a\"}",
                "{\"file\":\"\",\"buffer\":\"JVBERi0=\"}",
                "{\"file\":1,\"buffer\":\"JVBERi0=\"}",
                "{\"file\":\"a\",\"buffer\":{}}",
                "{\"file\":\"a\",\"buffer\":\"JVBERi0=\",\"pass\":[1]}",
                "{\"file\":\"a\",\"buffer\":\"JVBERi0=\"} {}",
                "{\"file\":\"a\",\"file\":\"b\",\"buffer\":\"JVBERi0=\"}"
            })
    @DisplayName("API-01 tells in sentences what does not fit")
    void tellsWhatDoesNotFit(String body) {
        var envelope = program.envelope("/pdf2", body);

        assertThat(envelope.get("code").stringValue()).isEqualTo("error/common/dev/invalid-inputs");
        assertThat(envelope.get("data").size()).isPositive();
        assertThat(program.with("Prefer", "status=http").post("/pdf2", body).statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JVBERi0", "JVBE*i0=", "JVBER_0=", "data:application/pdf;base64,JVBERi0="})
    @DisplayName("UPL-06 takes no base64 but the usual one")
    void takesNoOtherBase64(String base64) {
        assertThat(code("/pdf2", "{\"file\":\"a\",\"buffer\":\"" + base64 + "\"}"))
                .isEqualTo("error/common/dev/invalid-inputs");
    }

    @Test
    @DisplayName("UPL-06 takes base64 broken into lines")
    void takesBrokenLines() {
        var lines = Base64.getMimeEncoder().encodeToString(ABSA.pdf()).replace("\r\n", "\\r\\n");

        assertThat(code("/pdf2", "{\"file\":\"a\",\"buffer\":\"" + lines + "\"}"))
                .isEqualTo("pdf/success/statement-common");
    }

    @Test
    @DisplayName("UPL-04 takes files up to the limit and answers 413 above it")
    void takesFilesUpToTheLimit() {
        var most = "{\"file\":\"a\",\"buffer\":\"" + "A".repeat(BASE64_OF_PDF) + "\"}";
        var more = "{\"file\":\"a\",\"buffer\":\"" + "A".repeat(BASE64_OF_PDF + 4) + "\"}";
        var far = "{\"file\":\"a\",\"buffer\":\"" + "A".repeat(BASE64_OF_PDF * 2) + "\"}";

        assertThat(program.post("/pdf", most).statusCode()).isEqualTo(200);
        assertThat(program.post("/pdf", more).statusCode()).isEqualTo(413);
        assertThat(program.post("/pdf", far).statusCode()).isEqualTo(413);
        assertThat(program.post("/pdf2", far).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("API-03 takes JSON under its misspelt name too, and nothing else")
    void takesJsonAlone() {
        var body = Program.body(ABSA.pdf());

        for (var type : new String[] {"applications/json", "application/json; charset=utf-8"}) {
            assertThat(program.with("Content-Type", type).post("/pdf1", body).statusCode())
                    .as(type)
                    .isEqualTo(200);
        }
        for (var type :
                new String[] {
                    "text/plain", "application/xml", "x", "application/json; charset=utf-16"
                }) {
            assertThat(program.with("Content-Type", type).post("/pdf1", body).statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(program.with("Accept", "image/png").post("/pdf1", body).statusCode())
                .isEqualTo(406);
    }

    @Test
    void letsPagesOfAnyOriginAskWithoutCookies() {
        var preflight =
                new Program(port)
                        .with("Origin", "https://till.example")
                        .with("Access-Control-Request-Method", "POST")
                        .with("Access-Control-Request-Headers", "authorization, x-api-key")
                        .send(
                                "api.localhost",
                                "OPTIONS",
                                "/pdf2",
                                HttpRequest.BodyPublishers.noBody());

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains(
                        "authorization",
                        "content-type",
                        "access-control-allow-origin",
                        "x-api-key",
                        "x-user-key",
                        "content-disposition",
                        "last-event-id");
        var answer =
                program.with("Origin", "https://till.example")
                        .with("Sec-Fetch-Site", "cross-site")
                        .with("Sec-Fetch-Mode", "cors")
                        .post("/pdf2", Program.body(ABSA.pdf()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void saysGoOnToThoseWhoAskBeforeTheySend() throws Exception {
        var body = Program.body(ABSA.pdf());
        try (var wire = Wire.tls(port, "api-v6.localhost")) {
            wire.say(
                    "POST /pdf2 HTTP/1.1\r\nHost: api-v6.localhost\r\nContent-Type:"
                            + " application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n"
                                    .formatted(body.length())
                            + "x-api-key: %s\r\nx-user-key: %s\r\n\r\n"
                                    .formatted(secret.apiKey(), secret.userKey()));
            assertThat(wire.answer().status()).isEqualTo(100);
            wire.say(body);
            assertThat(wire.answer().body()).contains("pdf/success/statement-common");
        }
    }

    @ParameterizedTest
    @DisplayName("UPL-04 chunks that end in nonsense are the sender's mistake, not ours")
    @ValueSource(strings = {"", "10\r\n{\"file\":\"a.pdf\",\r\n", "c\r\n{\"buffer\":\"\r\n"})
    void callsBrokenChunksByTheirName(String before) {
        try (var wire = Wire.tls(port, "api-v6.localhost")) {
            wire.say(
                    "POST /pdf2 HTTP/1.1\r\nHost: api-v6.localhost\r\nContent-Type:"
                            + " application/json\r\nTransfer-Encoding: chunked\r\n"
                            + "x-api-key: %s\r\nx-user-key: %s\r\n\r\n"
                                    .formatted(secret.apiKey(), secret.userKey())
                            + before
                            + "zz\r\n");
            var answer = wire.answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("error/common/dev/invalid-inputs");
        }
    }

    @Test
    void takesATokenBehindSeveralBlanksAndAPairBesideNoToken() {
        var token = new Holder(portal, "spike").token().token();

        assertThat(code(new Program(port).with("Authorization", "bearer   " + token)))
                .isEqualTo("error/common/dev/invalid-inputs");
        assertThat(code(program.with("Authorization", "")))
                .isEqualTo("error/common/dev/invalid-inputs");
        assertThat(code(program.with("Authorization", "Bearer ")))
                .isEqualTo("error/common/dev/authorization");
    }

    @Test
    void hasNoPagesOnItsHostsAndNoAddressesOnPortals() {
        var none = HttpRequest.BodyPublishers.noBody();
        for (var path : new String[] {"/", "/sign-in", "/statements", "/nothing"}) {
            var answer = new Program(port).send("api.localhost", "GET", path, none);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("error/common/dev/invalid-inputs");
        }
        assertThat(program.send("app.localhost", "POST", "/pdf2", none).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    /** Of a body that only those see refused who are let in. */
    private static String code(Program asks) {
        return asks.envelope("/pdf2", "{}").get("code").stringValue();
    }

    private String code(String path, String body) {
        return program.envelope(path, body).get("code").stringValue();
    }
}
