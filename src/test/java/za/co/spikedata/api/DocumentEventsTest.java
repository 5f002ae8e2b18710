package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.PortalTest;

@PortalTest
class DocumentEventsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .sslContext(AnyCertificate.context())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private Holder holder;
    private Credentials.Made.Token token;
    private Documents documents;

    @BeforeEach
    void aProgramHasAToken() {
        holder = new Holder(portal, "acme");
        token = holder.token();
        documents = Documents.of(new Program(port).bearing(token.token()));
    }

    @Test
    void tellOfADocumentUntilItsEnd() throws Exception {
        var taken = documents.bring(Samples.statement(Layout.ABSA, Wish.usual(281)).pdf());
        var path = taken.headers().firstValue("Location").orElseThrow();

        var answer = open(path, "");
        var lines = lines(answer);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        assertThat(lines.getFirst()).isEqualTo("retry: 2000");
        assertThat(lines.stream().filter("event: end"::equals)).hasSize(1);
        var last = lines.stream().filter(line -> line.startsWith("data: ")).toList().getLast();
        assertThat(Program.JSON.readTree(last.substring("data: ".length())))
                .isEqualTo(Documents.json(documents.get(path)));
        assertThat(last).contains("\"done\"");
    }

    @Test
    void tellHowThingsStandWhateverWasHeardLast() throws Exception {
        var path = documents.ended(Samples.locked(Layout.FNB, Wish.usual(282), "geheim").pdf());

        var first = lines(open(path, ""));

        assertThat(first).contains("event: end").anyMatch(line -> line.contains("\"locked\""));
        assertThat(lines(open(path, "1"))).isEqualTo(first);
        assertThat(lines(open(path, "none of ours \u00e9"))).isEqualTo(first);
    }

    @Test
    void beatUntilTheTokenIsRevoked() throws Exception {
        var path = documents.ended(Samples.invoice().pdf());
        begin(path);
        try (var lines = reader(open(path, ""))) {
            assertThat(next(lines, "event: ")).isEqualTo("event: progress");
            assertThat(next(lines, ":")).isEqualTo(":");
            holder.revoke(token.credential());

            assertThat(rest(lines)).doesNotContain("event: end");
        }
    }

    @Test
    void tellOfDeletion() throws Exception {
        var path = documents.ended(Samples.invoice().pdf());
        begin(path);
        try (var lines = reader(open(path, ""))) {
            assertThat(next(lines, "event: ")).isEqualTo("event: progress");
            assertThat(documents.ask("DELETE", path, new byte[0]).statusCode()).isEqualTo(202);

            assertThat(next(lines, "event: ")).isEqualTo("event: deleted");
        }
    }

    @Test
    void areNoMoreThanATokenMayHold() throws Exception {
        var path = documents.ended(Samples.invoice().pdf());
        begin(path);
        var open = new ArrayList<BufferedReader>();
        for (int i = 0; i < Streams.MOST_OF_ONE; i++) {
            var lines = reader(open(path, ""));
            assertThat(next(lines, "event: ")).isEqualTo("event: progress");
            open.add(lines);
        }

        assertThat(open(path, "").statusCode()).isEqualTo(429);
        end(path);
        for (var lines : open) {
            assertThat(rest(lines)).contains("event: end");
            lines.close();
        }
        assertThat(lines(open(path, ""))).contains("event: end");
    }

    @Test
    void areOfDocumentsOfTheTenantAlone() throws Exception {
        var path = documents.ended(Samples.invoice().pdf());
        var stranger = new Holder(portal, "spike").token();
        var theirs = Documents.of(new Program(port).bearing(stranger.token()));
        var unknown = Documents.ALL + "/" + UUID.randomUUID() + "/events";

        assertThat(theirs.get(path + "/events").statusCode()).isEqualTo(404);
        assertThat(documents.get(unknown).statusCode()).isEqualTo(404);
        assertThat(new Program(port).send("api.localhost", "GET", path + "/events", none()))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(401));
    }

    /** Somebody works on it, who never ends. */
    private void begin(String path) {
        state(path, "READING");
    }

    private void end(String path) {
        state(path, "REFUSED");
    }

    private void state(String path, String state) {
        JdbcClient.create(owners)
                .sql("update statements_document set state = :state where id = :id")
                .param("state", state)
                .param("id", UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                .update();
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private HttpResponse<InputStream> open(String path, String lastId) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path + "/events"))
                        .timeout(PATIENCE)
                        .header("Host", "api.localhost:" + port)
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token.token());
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static BufferedReader reader(HttpResponse<InputStream> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static List<String> lines(HttpResponse<InputStream> answer) throws IOException {
        try (var lines = reader(answer)) {
            return rest(lines);
        }
    }

    private static List<String> rest(BufferedReader lines) {
        return lines.lines().toList();
    }

    private static String next(BufferedReader lines, String beginning) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("Expected a line that begins with " + beginning);
    }
}
