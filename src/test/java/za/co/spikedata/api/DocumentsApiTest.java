package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.errorstore.SupportQueue;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Truth;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.support.PortalTest;

@PortalTest
class DocumentsApiTest {
    private static final byte[] NO_TEXT =
            "%PDF-1.4\nnothing follows".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Holder holder;
    private Credentials.Made.Pair pair;
    private Documents documents;

    @BeforeEach
    void keysAreMade() {
        holder = new Holder(portal, "acme");
        pair = holder.pair();
        documents = Documents.of(new Program(port).with(pair.secret()));
    }

    @Test
    void readsADocumentThatIsBroughtAndTellsItsResultWithProofAndPlaces() {
        var sample = Samples.statement(Layout.ABSA, Wish.usual(seed()));
        var path =
                documents
                        .with("Content-Disposition", "attachment; filename=\"../march.pdf\"")
                        .ended(sample.pdf());

        var told = Documents.json(documents.get(path));
        assertThat(told.get("name").stringValue()).isEqualTo("march.pdf");
        assertThat(told.get("state").stringValue()).isEqualTo("done");
        assertThat(told.get("verdict").stringValue()).isEqualTo("proven");
        assertThat(told.get("result").stringValue()).isEqualTo(path + "/result");
        var result = Documents.json(documents.get(path + "/result"));
        assertThat(result.toString()).contains("\"box\"", "\"proof\"");
        var rows = result.get("statements").get(0).get("transactions");
        var truth = ((Truth.Told) sample.truth()).rows();
        assertThat(rows.size())
                .isEqualTo(truth.size())
                .isEqualTo(told.get("transactions").intValue());
        for (int i = 0; i < truth.size(); i++) {
            assertThat(rows.get(i).get("date").stringValue())
                    .isEqualTo(truth.get(i).date().toString());
            assertThat(rows.get(i).get("amount").decimalValue())
                    .isEqualByComparingTo(truth.get(i).amount().decimal());
        }
    }

    @Test
    void takesAFileThatIsPartOfAForm() {
        var pdf = Samples.statement(Layout.FNB, Wish.usual(seed())).pdf();
        var form =
                "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n"
                        + new String(pdf, StandardCharsets.ISO_8859_1)
                        + "\r\n--b--\r\n";
        var taken =
                documents
                        .with("Content-Type", "multipart/form-data; boundary=b")
                        .bring(form.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(Documents.json(taken).get("name").stringValue()).isEqualTo("a.pdf");
        assertThat(Documents.json(taken).get("bytes").intValue()).isEqualTo(pdf.length);
        var ended = documents.awaitEnd(taken.headers().firstValue("Location").orElseThrow());
        assertThat(ended.get("verdict").stringValue()).isEqualTo("proven");
    }

    @Test
    void givesAResultInTheFormThatIsWantedMost() {
        var path = documents.ended(Samples.statement(Layout.ABSA, Wish.usual(seed())).pdf());

        var csv = documents.with("Accept", "image/png, text/csv, */*;q=0.1").get(path + "/result");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body()).startsWith("\"id\",\"date\",\"description1\"");
        var sheet =
                documents
                        .with(
                                "Accept",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .get(path + "/result");
        assertThat(sheet.body()).startsWith("PK");
        var ofx = documents.with("Accept", "application/x-ofx").get(path + "/result");
        assertThat(ofx.body()).contains("<LEDGERBAL><BALAMT>");
        var camt = documents.with("Accept", "application/xml").get(path + "/result");
        assertThat(camt.headers().firstValue("Content-Type")).hasValue("application/xml");
        assertThat(camt.body()).contains("camt.053.001.08", "<Cd>CLBD</Cd>");
        assertThat(documents.with("Accept", "").get(path + "/result").headers().map())
                .containsEntry("content-type", List.of("application/json"));
        for (var other : List.of("image/png", "text/csv;q=0", "x", "*/png")) {
            var refused = documents.with("Accept", other).get(path + "/result");
            assertThat(refused.statusCode()).as(other).isEqualTo(406);
        }
    }

    @Test
    void chargesForAResultOnceInWhicheverFormItIsAskedFor() {
        var pdf = Samples.statement(Layout.ABSA, Wish.usual(seed())).pdf();
        var path = documents.ended(pdf);

        assertThat(tenths()).isZero();
        documents.get(path + "/result");
        documents.with("Accept", "text/csv").get(path + "/result");
        documents.get(documents.ended(pdf) + "/result");
        new Program(port).with(pair.secret()).post("/pdf2", Program.body(pdf));
        assertThat(tenths()).isEqualTo(-10);
    }

    private long tenths() {
        return JdbcClient.create(owners)
                .sql("select coalesce(sum(tenths), 0) from api_ledger where credential_id = :id")
                .param("id", pair.credential().id())
                .query(Long.class)
                .single();
    }

    @Test
    void opensALockedOneWithItsPasswordAlone() {
        var pdf = Samples.locked(Layout.NEDBANK, Wish.usual(seed()), "geheim").pdf();
        var path = documents.ended(pdf);
        var json = documents.with("Content-Type", "application/json");

        assertThat(Documents.json(documents.get(path)).get("state").stringValue())
                .isEqualTo("locked");
        var early = documents.get(path + "/result");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(Documents.json(early).get("type").stringValue()).endsWith(":locked");
        assertThat(early.headers().firstValue("Retry-After")).isEmpty();
        var wrong = json.ask("POST", path + "/password", bytes("{\"password\":\"no\"}"));
        assertThat(Documents.json(wrong).get("reason").stringValue())
                .isEqualTo("password-incorrect");
        var right = json.ask("POST", path + "/password", bytes("{\"password\":\"geheim\"}"));
        assertThat(Documents.json(right).get("verdict").stringValue()).isEqualTo("proven");
        var again = json.ask("POST", path + "/password", bytes("{\"password\":\"geheim\"}"));
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void tellsWhyThereIsNoResultAndFilesTheFailure() {
        var path = documents.ended(Samples.invoice().pdf());

        var told = Documents.json(documents.get(path));
        assertThat(told.get("state").stringValue()).isEqualTo("refused");
        assertThat(told.get("reason").stringValue()).isEqualTo("not-a-statement");
        assertThat(documents.get(path + "/result").statusCode()).isEqualTo(422);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(portal.getBean(SupportQueue.class).find(id)).isPresent();
    }

    @Test
    void deletesForGoodAndSignsThatItDid() {
        var path = documents.ended(NO_TEXT);
        var deleted = documents.ask("DELETE", path, new byte[0]);

        assertThat(deleted.statusCode()).isEqualTo(202);
        assertThat(documents.get(path).statusCode()).isEqualTo(404);
        var receipt = deleted.headers().firstValue("Location").orElseThrow();
        var told = Documents.json(documents.get(receipt));
        assertThat(told.get("document").stringValue())
                .isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        assertThat(documents.ask("DELETE", path, new byte[0]).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "API-02 takes a request in once, however often and however many at a time it comes")
    void takesARequestInOnce() throws Exception {
        var named = documents.with("Idempotency-Key", UUID.randomUUID().toString());
        var places = new HashSet<String>();
        var answers = new ArrayList<Future<String>>();
        try (var together = Executors.newFixedThreadPool(Holder.AT_ONCE)) {
            for (int i = 0; i < Holder.AT_ONCE; i++) {
                answers.add(
                        together.submit(() ->
                                untilItPasses(named, NO_TEXT)
                                        .headers()
                                        .firstValue("Location")
                                        .orElseThrow()));
            }
        }
        for (var answer : answers) {
            places.add(answer.get());
        }

        assertThat(places).hasSize(1);
        assertThat(named.bring(NO_TEXT).headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
        assertThat(named.bring(Samples.invoice().pdf()).statusCode()).isEqualTo(422);
        assertThat(documents.bring(NO_TEXT).headers().firstValue("Location").orElseThrow())
                .isNotIn(places);
        var ofAnother = Documents.of(new Program(port).with(holder.pair().secret()));
        assertThat(ofAnother.bring(NO_TEXT).headers().firstValue("Location").orElseThrow())
                .isNotIn(places);
    }

    /** As a program goes on that is told to come again. */
    private static HttpResponse<String> untilItPasses(Documents named, byte[] pdf) {
        var answer = named.bring(pdf);
        while (answer.statusCode() == 409) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            answer = named.bring(pdf);
        }
        return answer;
    }

    @Test
    @DisplayName("API-04 lists all there is, page by page, each once and the newest first")
    void listsPageByPage() {
        var brought = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            brought.addFirst(Documents.json(documents.bring(NO_TEXT)).get("id").stringValue());
        }
        var listed = new ArrayList<String>();
        var path = Documents.ALL + "?limit=2";
        for (int pages = 0; pages < 3; pages++) {
            var page = Documents.json(documents.get(path));
            page.get("documents").forEach(each -> listed.add(each.get("id").stringValue()));
            path = Documents.ALL + "?limit=2&cursor=" + page.get("next").stringValue();
        }

        assertThat(listed.subList(0, 5)).isEqualTo(brought);
        assertThat(listed).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("API-04 takes no page of another size, and no cursor that it did not write")
    void takesNoOtherPage() {
        documents.bring(NO_TEXT);
        documents.bring(NO_TEXT);
        var cursor =
                Documents.json(documents.get(Documents.ALL + "?limit=1")).get("next").stringValue();
        var edited = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
        for (var query :
                List.of(
                        "limit=0",
                        "limit=-1",
                        "limit=101",
                        "limit=1000000000",
                        "limit=1.5",
                        "limit=1&limit=2",
                        "limit=",
                        "cursor=",
                        "cursor=x",
                        "cursor=" + edited,
                        "cursor=" + cursor + "&cursor=" + cursor,
                        "cursor=" + cursor.substring(1),
                        "cursor=" + cursor + "AAAA")) {
            assertThat(documents.get(Documents.ALL + "?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        var others =
                Documents.of(new Program(port).with(new Holder(portal, "spike").pair().secret()));
        assertThat(others.get(Documents.ALL + "?cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("TEN-01 shows no tenant's documents to programs of another")
    void showsNothingToOthers() {
        var path = documents.ended(NO_TEXT);
        var others =
                Documents.of(new Program(port).with(new Holder(portal, "spike").pair().secret()));
        var unknown = Documents.ALL + "/" + UUID.randomUUID();

        for (var tail : List.of("", "/result")) {
            assertThat(others.get(path + tail).statusCode()).isEqualTo(404);
            assertThat(shape(others.get(path + tail).body()))
                    .isEqualTo(shape(others.get(unknown + tail).body()));
        }
        assertThat(others.ask("DELETE", path, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(others.get(Documents.ALL + "?limit=100").body())
                .doesNotContain(path.substring(path.lastIndexOf('/')));
        assertThat(documents.get(path).statusCode()).isEqualTo(200);
    }

    private static String shape(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    @Test
    void letsNobodyInWithoutCreditOrScope() {
        var csvOnly = holder.pair(Scope.CSV);
        var barred = Documents.of(new Program(port).with(csvOnly.secret()));
        var stranger = Documents.of(new Program(port)).bring(NO_TEXT);

        assertThat(barred.get(Documents.ALL).statusCode()).isEqualTo(403);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    private static long seed() {
        return UUID.randomUUID().getMostSignificantBits();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
