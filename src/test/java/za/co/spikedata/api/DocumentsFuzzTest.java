package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;

/** Asks for documents as nobody should. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsFuzzTest {
    private static final byte[] PDF = "%PDF-1.4\nx".getBytes(StandardCharsets.US_ASCII);
    private static final String NONE = Documents.ALL + "/" + UUID.randomUUID();
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "7",
                    "1e999999",
                    "\"\"",
                    "[]",
                    "{}",
                    "[\"geheim\"]",
                    "{\"password\":\"x\"}",
                    "\"\\ud800\"",
                    "\"unended",
                    "[".repeat(1_000),
                    "9".repeat(3_000));

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    private Documents documents;
    private String locked;

    @BeforeAll
    void aLockedDocumentIsThere() {
        documents =
                Documents.of(new Program(port).with(new Holder(portal, "acme").pair().secret()));
        locked = documents.ended(Samples.locked(Layout.NEDBANK, Wish.usual(9), "geheim").pdf());
    }

    @Test
    @DisplayName("API-01 API-05 tells of a password's body that does not fit, and never fails")
    void tellsOfBodiesThatDoNotFit() {
        var json = documents.with("Content-Type", "application/json");
        var chance = new Random(7);
        for (int i = 0; i < 60; i++) {
            var value = VALUES.get(chance.nextInt(VALUES.size()));
            var body =
                    switch (chance.nextInt(5)) {
                        case 0 -> value;
                        case 1 -> "{\"password\":\"a\",\"password\":\"b\"}";
                        case 2 -> "{\"password\":\"a\"} " + value;
                        case 3 -> "{\"PASSWORD\":" + value + "}";
                        default -> "{\"password\":" + value + "}";
                    };
            if (!body.startsWith("{\"password\":\"\\ud800\"")
                    && !body.equals("{\"password\":\"x\"}")) {
                isProblem(json.ask("POST", locked + "/password", bytes(body)), 400);
            }
        }
        isProblem(json.ask("POST", locked + "/password", new byte[5_000]), 400);
        isProblem(documents.ask("POST", locked + "/password", bytes("{}")), 415);
        isProblem(json.ask("POST", NONE + "/password", bytes("{\"password\":\"a\"}")), 404);
    }

    @Test
    @DisplayName("API-05 tells every mistake in one form, with the status it has")
    void tellsEveryMistakeInOneForm() {
        var asked =
                Map.of(
                        Documents.ALL + "/none",
                        404,
                        NONE,
                        404,
                        NONE + "/result",
                        404,
                        NONE.toUpperCase(Locale.ROOT).replace("V7/DOCUMENTS", "v7/documents"),
                        404,
                        "/v7/receipts/" + UUID.randomUUID(),
                        404,
                        "/v7/nothing",
                        404,
                        Documents.ALL + "?limit=x",
                        400,
                        locked + "/result",
                        409);
        asked.forEach((path, status) -> isProblem(documents.get(path), status));
        isProblem(documents.ask("PUT", Documents.ALL, PDF), 405);
        isProblem(documents.ask("DELETE", Documents.ALL, new byte[0]), 405);
        isProblem(Documents.of(new Program(port)).get(Documents.ALL), 401);
        isProblem(documents.with("Idempotency-Key", "a b").bring(PDF), 400);
        isProblem(documents.with("Idempotency-Key", "x".repeat(201)).bring(PDF), 400);
    }

    @Test
    @DisplayName("API-03 UPL-03 takes no other types, and nothing that is called a PDF and is none")
    void takesNoOtherTypes() {
        for (var type : List.of("text/plain", "application/json", "application/pdfx", "x", "*/*")) {
            isProblem(documents.with("Content-Type", type).bring(PDF), 415);
        }
        for (var body :
                List.of("", "x", "PK\u0003\u0004", "<html>%PD", " ".repeat(1_024) + "%PDF")) {
            isProblem(documents.bring(bytes(body)), 415);
        }
    }

    @Test
    @DisplayName("API-03 answers in JSON, and tells whoever takes no such answer")
    void answersNothingButJson() {
        var id = UUID.randomUUID();
        for (var type : List.of("image/png", "text/html", "application/pdf", "garbage")) {
            var picky = documents.with("Accept", type);
            isProblem(picky.bring(PDF), 406);
            for (var path : List.of("/v7/documents", "/v7/documents/" + id, "/v7/receipts/" + id)) {
                isProblem(picky.get(path), 406);
            }
        }
        for (var type : List.of("*/*", "application/*", "text/html, application/json;q=0.5")) {
            assertThat(documents.with("Accept", type).get("/v7/documents").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("UPL-04 takes files up to the limit and none above it")
    void takesFilesUpToTheLimit() {
        var most = new byte[SentFile.MOST_BYTES];
        System.arraycopy(PDF, 0, most, 0, PDF.length);
        var more = Arrays.copyOf(most, most.length + 1);

        assertThat(documents.bring(most).statusCode()).isEqualTo(202);
        isProblem(documents.bring(more), 413);
        isProblem(documents.bring(new byte[2 * SentFile.MOST_BYTES]), 413);
    }

    @Test
    @DisplayName("UPL-08 takes one file of a form that is whole, and no other form")
    void takesNoBrokenForms() {
        var head =
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\r\n";
        var part = "--b\r\n" + head;
        for (var body :
                List.of(
                        "",
                        "--b--\r\n",
                        part,
                        part + part + "--b--\r\n",
                        part.repeat(10_000) + "--b--\r\n",
                        "--c\r\n" + head + "--c--\r\n",
                        "--b\r\nX: " + "x".repeat(1 << 20) + "\r\n" + head + "--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%PDF\r\n--b--\r\n")) {
            isProblem(
                    documents
                            .with("Content-Type", "multipart/form-data; boundary=b")
                            .bring(bytes(body)),
                    400);
        }
        for (var type :
                List.of(
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "multipart/mixed; boundary=b")) {
            var answer = documents.with("Content-Type", type).bring(bytes(part + "--b--\r\n"));
            assertThat(answer.statusCode()).as(type).isIn(400, 415);
        }
    }

    @Test
    @DisplayName("UPL-09 keeps no more of a name than may be shown")
    void keepsNoStrangeNames() {
        var names =
                Map.of(
                        "..%2F..%2Fx.pdf", "x.pdf",
                        "C%3A%5Cx.pdf", "x.pdf",
                        "%E2%80%AEfdp.exe", "fdp.exe",
                        "a%0D%0AX-Injected%3A%201", "aX-Injected: 1",
                        "%3Cimg%20src%3Dx%3E.pdf", "<img src=x>.pdf");
        names.forEach((sent, kept) -> {
            var answer =
                    documents
                            .with("Content-Disposition", "attachment; filename*=UTF-8''" + sent)
                            .bring(PDF);
            assertThat(answer.statusCode()).as(sent).isEqualTo(202);
            assertThat(Documents.json(answer).get("name").stringValue()).isEqualTo(kept);
            assertThat(answer.headers().map()).doesNotContainKey("x-injected");
        });
        for (var sent : List.of("filename*=UTF-9''x", "filename=\"", "filename*=\"")) {
            isProblem(documents.with("Content-Disposition", "attachment; " + sent).bring(PDF), 400);
        }
    }

    @Test
    @DisplayName("UPL-10 gives nothing back that a browser would run")
    void givesNothingBackThatRuns() {
        var both = new ByteArrayOutputStream();
        both.writeBytes(bytes("<script>alert(1)</script>\n"));
        both.writeBytes(Samples.statement(Layout.FNB, Wish.usual(8)).pdf());
        var path = documents.ended(both.toByteArray());

        for (var tail : List.of("", "/result")) {
            var answer = documents.get(path + tail);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body()).doesNotContain("alert(1)");
        }
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        var problem = Documents.json(answer);
        assertThat(problem.propertyNames())
                .containsExactly("type", "title", "status", "detail", "code", "requestId");
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception\"").doesNotContain("za.co");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
