package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Patience;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class CallLinesTest {
    private static final String CANARY = "Bokmakierie";
    private static final byte[] BROKEN =
            ("%PDF-1.4\n" + CANARY).getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    private Secret keys;
    private Program program;

    @BeforeEach
    void keysAreMade() {
        keys = new Holder(portal, "acme").pair().secret();
        program = new Program(port).with(keys);
    }

    @Test
    @DisplayName("LOG-01 each request of a program and its answer are one line under its id")
    void tellsOfEachRequestOnce(CapturedOutput output) {
        var read = program.post("/pdf2", Program.body(BROKEN));
        var listed = ask("GET", "/v7/documents?limit=25");

        assertThat(line(output, read)).contains("Answered POST /pdf2 with 200 application/json in");
        assertThat(line(output, listed))
                .contains("Answered GET /v7/documents with 200 application/json in")
                .contains("query aaaaa=99");
        assertThat(line(output, read)).contains("took " + Program.body(BROKEN).length() + " bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "api, GET /v7/documents?limit=%zz, Accept: */*, ''",
        "api, POST /oauth2/token, Content-Type: application/x-www-form-urlencoded, grant_type=%zz",
        "api-v6, POST /pdf2, Content-Type: application/json, zz"
    })
    @DisplayName("LOG-01 of what is refused on the way the line tells the answer that was given")
    void tellsTheAnswerThatWasGiven(
            String host, String asked, String header, String body, CapturedOutput output) {
        var length =
                body.equals("zz")
                        ? "Transfer-Encoding: chunked"
                        : "Content-Length: " + body.length();
        try (var wire = Wire.tls(port, host + ".localhost")) {
            wire.say(
                    "%s HTTP/1.1\r\nHost: %s.localhost:%d\r\n%s\r\n%s\r\n"
                                    .formatted(asked, host, port, header, length)
                            + "x-api-key: %s\r\nx-user-key: %s\r\n\r\n%s\r\n"
                                    .formatted(keys.apiKey(), keys.userKey(), body));
            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(line(output, answer.header("X-Request-Id")))
                    .contains(" with 400 " + answer.header("Content-Type") + " in ")
                    .doesNotContain("took -1");
        }
    }

    @Test
    @DisplayName("LOG-01 nothing that a program says is in its line")
    void tellsNothingThatIsSaid(CapturedOutput output) {
        var locked = program.post("/pdf2?" + CANARY, Program.body(BROKEN, CANARY));
        var elsewhere = ask("GET", "/v7/" + CANARY + "?name=" + CANARY);
        var stranger = new Program(port).bearing(CANARY).post("/v7/documents", CANARY);

        assertThat(line(output, locked)).contains("query Aaaaaaaaaaa");
        assertThat(line(output, elsewhere)).contains(" with 404 ");
        assertThat(line(output, stranger)).contains("Answered POST /v7/documents with 401 ");
        assertThat(output.getAll()).doesNotContainIgnoringCase(CANARY);
    }

    @Test
    void leavesOutWhatBrowsersAskFor(CapturedOutput output) {
        new Browserless(port, "acme.localhost").page("/sign-in");

        assertThat(output.getAll()).doesNotContain("Answered GET /sign-in");
    }

    private HttpResponse<String> ask(String method, String path) {
        return program.send("api.localhost", method, path, HttpRequest.BodyPublishers.noBody());
    }

    /** Written once the answer is on its way. */
    private static String line(CapturedOutput output, HttpResponse<?> answer) {
        return line(output, answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private static String line(CapturedOutput output, String id) {
        Patience.await(Duration.ofSeconds(30), () -> !lines(output, id).isEmpty());
        assertThat(lines(output, id)).hasSize(1);
        return lines(output, id).getFirst();
    }

    private static List<String> lines(CapturedOutput output, String id) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("CallLines: ") && line.contains(id))
                .toList();
    }
}
