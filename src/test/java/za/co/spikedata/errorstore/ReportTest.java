package za.co.spikedata.errorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.samples.Layout;
import za.co.spikedata.samples.Samples;
import za.co.spikedata.samples.Wish;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;

@PortalTest
class ReportTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String NOTE = "Row 2 is a purchase at Marula";
    private static final String TOLD = "Your statement at Spike";

    private static final String RIGHT =
            """
            Sample Bank                      Account number: 6212345678
            T NAIDOO, 12 PROTEA STREET
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE REF 77120          -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE REF 77121          -310.40      12,939.60
            28/03/2024    MARULA CAFE                       -45.10      12,894.50
            """;

    /** As an engine may have read it that lost its last row. */
    private static final String SHORTER = RIGHT.substring(0, RIGHT.indexOf("28/03/2024"));

    private static final List<String> PRIVATE =
            List.of("NAIDOO", "PROTEA", "QUAGGA", "KAREE", "MARULA", "6212345678", "12,939.60");

    @LocalServerPort private int port;
    @Autowired private EntryTable entries;
    @Autowired private Replicas replicas;
    @Autowired private Sandbox sandbox;
    @Autowired private Vault vault;
    @Autowired private People people;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private JdbcClient owner;
    private Browserless person;
    private Browserless support;
    private String email;

    @BeforeEach
    void comeIn() {
        owner = JdbcClient.create(owners);
        email = "reporter-" + UUID.randomUUID() + "@example.com";
        people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        person = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        var helper = "support-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("admin"), helper, PortalTest.PASSWORD, Person.Role.SUPPORT);
        support = new Browserless(port, "admin.localhost").signIn(helper, PortalTest.PASSWORD);
    }

    @Test
    @DisplayName("a result that holds can be reported: support gets the note and a copy of it")
    void reportsWhatWasRead() throws Exception {
        var document = read(RIGHT);
        assertThat(entries.find(SPIKE, document)).isEmpty();

        report(document, NOTE);

        assertThat(person.page("/statements/" + document).select("#problem").text())
                .contains("Your report was sent on")
                .doesNotContain("Send to support");
        var entry = copied(document);
        assertThat(entry.copying()).isEqualTo(Copying.MADE);
        assertThat(entry.how().isReport()).isTrue();
        assertThat(person.page("/statements/" + document).select("#problem").text())
                .contains("The copy for support is made");
        var replica = replicas.replica(SPIKE, entry).orElseThrow();
        assertThat(sandbox.read("test", replica, Optional.empty(), Progress.NONE))
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        copy -> {
                            assertThat(copy.verdict()).isEqualTo(Verdict.PROVEN);
                            assertThat(copy.statements().getFirst().transactions()).hasSize(4);
                            assertThat(new String(ResultJson.write(copy), StandardCharsets.UTF_8))
                                    .doesNotContain(PRIVATE);
                        });
    }

    @Test
    @DisplayName("reports stand in the queue as a kind of their own, with what their owner says")
    void standsInTheQueue() {
        var document = read(RIGHT);
        report(document, NOTE + "\n<b>bold</b>\u0007");

        var entry = copied(document);

        assertThat(entry.group()).isEqualTo("reported-" + entry.fingerprint().orElseThrow());
        var group = support.page("/failures/" + entry.group());
        assertThat(group.select("table.rows").text())
                .contains("Reported by its owner though it is proven");
        var page = support.page("/failures/cases/" + document);
        assertThat(page.select(".told").text()).isEqualTo(NOTE + " <b>bold</b>");
        assertThat(page.text()).contains("Made: it ends as the original does");
        assertThat(page.select("svg.sketch .sketch-row")).hasSize(4);
        assertThat(page.text().replace(NOTE, "")).doesNotContain(PRIVATE);
    }

    @Test
    @DisplayName("without consent or words nothing is sent, and the form says why")
    void sendsNothingWithoutConsent() {
        var document = read(RIGHT);
        var page = "/statements/" + document;

        var sent = person.post(page + "/problem", Map.of("note", NOTE));
        var silent = person.post(page + "/problem", Map.of("note", " \n ", "consent", "true"));
        var lengthy =
                person.post(
                        page + "/problem", Map.of("note", "a".repeat(1_001), "consent", "true"));

        assertThat(Browserless.location(sent)).endsWith("problem=NO_CONSENT#problem");
        assertThat(Browserless.location(silent)).endsWith("problem=NO_NOTE#problem");
        assertThat(Browserless.location(lengthy)).endsWith("problem=LONG_NOTE#problem");
        assertThat(entries.find(SPIKE, document)).isEmpty();
        assertThat(person.page(page + "?problem=NO_CONSENT").select("#problem [role=alert]").text())
                .contains("Nothing was sent");
    }

    @Test
    @DisplayName("the note lies in the database as ciphertext under a key that goes with it")
    void sealsTheNote() {
        var document = read(RIGHT);
        report(document, NOTE);
        var entry = copied(document);

        var stored =
                owner.sql("select sealed_note from errorstore_entry where document_id = :id")
                        .param("id", document)
                        .query((row, _) -> row.getBytes(1))
                        .single();
        var row =
                owner.sql("select e::text from errorstore_entry e where document_id = :id")
                        .param("id", document)
                        .query(String.class)
                        .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Marula");
        assertThat(row).doesNotContain("Marula");
        person.post("/statements/" + document + "/delete", Map.of());
        UploadForm.await(() -> entries.find(SPIKE, document).isEmpty());
        assertThat(vault.fields(SPIKE, entry.vault())).isEmpty();
        assertThat(support.get("/failures/cases/" + document).statusCode()).isEqualTo(404);
    }

    @Test
    void takesOneReportOfADocument() {
        var document = read(RIGHT);
        report(document, NOTE);
        var first = copied(document);

        reportInVain(document, "Another word");

        assertThat(entries.find(SPIKE, document)).contains(first);
        assertThat(support.page("/failures/cases/" + document).select(".told").text())
                .isEqualTo(NOTE);
    }

    @Test
    @DisplayName("a report of a dismissed layout is looked into again")
    void opensADismissedGroup() {
        var first = read(RIGHT);
        report(first, NOTE);
        var group = "/failures/" + copied(first).group();
        support.post(group + "/state", Map.of("state", "dismiss"));
        assertThat(support.page(group).select(".facts").text()).contains("Dismissed");

        var second = read(RIGHT);
        report(second, NOTE);
        copied(second);

        assertThat(support.page(group).select(".facts").text()).contains("Open");
    }

    @Test
    @DisplayName("read again with the same engine a report stays one, and nobody is told")
    void changesNothingThatReadsAlike() {
        var document = read(RIGHT);
        report(document, NOTE);
        copied(document);

        replay(document);

        assertThat(entries.find(SPIKE, document).orElseThrow().replay().outcome())
                .isEqualTo(Replay.Outcome.ALIKE);
        assertThat(MailServer.to(email)).noneMatch(mail -> mail.startsWith(TOLD));
    }

    @Test
    @DisplayName("a release that reads another row mends the report, and its owner is told")
    void mendsWhatAReleaseReadsBetter() {
        var document = read(RIGHT);
        lose(document);
        assertThat(person.page("/statements/" + document).text()).doesNotContain("MARULA");
        report(document, NOTE);
        copied(document);

        replay(document);

        assertThat(entries.find(SPIKE, document).orElseThrow().replay().outcome())
                .isEqualTo(Replay.Outcome.MENDED);
        assertThat(person.page("/statements/" + document).text()).contains("MARULA");
        assertThat(MailServer.link(MailServer.await(email, TOLD)))
                .isEqualTo("/statements/" + document);
    }

    @Test
    @DisplayName("of a locked paper support gets the note alone, and both are told so")
    void copiesNothingThatIsLocked() {
        var locked = Samples.locked(Layout.NEDBANK, Wish.usual(7), "marula");
        var page = new UploadForm(person).file("locked.pdf", locked.pdf()).sendAndFollow();
        UploadForm.await(() -> !person.page(page).select("input[name=password]").isEmpty());
        person.post(page + "/password", Map.of("password", "marula"));
        UploadForm.await(() -> !person.page(page).select(".verdict.proven").isEmpty());

        report(idOf(page), NOTE);

        assertThat(copied(idOf(page)).copying()).isEqualTo(Copying.LOCKED);
        assertThat(person.page(page).select("#problem").text())
                .contains("support has your note alone");
    }

    @Test
    @DisplayName("what failed is with support already, and of a deleted PDF there is no copy")
    void offersItWhereItHelps() {
        var wrong = uploaded(RIGHT.replace("12,939.60", "12,949.60"));
        UploadForm.await(() -> !person.page(wrong).select(".verdict.contradicted").isEmpty());
        assertThat(person.page(wrong).select("#problem")).isEmpty();
        var document = read(RIGHT);
        owner.sql("update statements_document set original_id = null where id = :id")
                .param("id", document)
                .update();

        assertThat(told(document, NOTE)).endsWith("problem=MEANWHILE#problem");

        assertThat(entries.find(SPIKE, document)).isEmpty();
        assertThat(person.page("/statements/" + document).select("#problem").text())
                .contains("The PDF is deleted");
    }

    /** Keeps the result that an engine had which lost the last row. */
    private void lose(UUID document) {
        var shorter = sandbox.read("test", TypedPaper.of(SHORTER), Optional.empty(), Progress.NONE);
        assertThat(shorter).isInstanceOf(ReadResult.Read.class);
        var key =
                owner.sql("select vault_id from statements_document where id = :id")
                        .param("id", document)
                        .query(UUID.class)
                        .single();
        owner.sql("update statements_document set sealed_result = :result where id = :id")
                .param("id", document)
                .param(
                        "result",
                        vault.fields(SPIKE, new VaultId(key))
                                .orElseThrow()
                                .sealZipped("result", ResultJson.write((ReadResult.Read) shorter)))
                .update();
    }

    private void report(UUID document, String note) {
        assertThat(told(document, note)).endsWith(document + "#problem");
    }

    /** What does not reach support is told so. */
    private void reportInVain(UUID document, String note) {
        var page = told(document, note);
        assertThat(page).endsWith("problem=MEANWHILE#problem");
        assertThat(person.page(page.replace("#problem", "")).select("#problem [role=alert]").text())
                .contains("Yours was not sent");
    }

    private String told(UUID document, String note) {
        return Browserless.location(
                person.post(
                        "/statements/" + document + "/problem",
                        Map.of("note", note, "consent", "true")));
    }

    private void replay(UUID document) {
        support.post("/failures/cases/" + document + "/replay", Map.of());
        UploadForm.await(() ->
                entries.find(SPIKE, document).orElseThrow().replay().outcome()
                        != Replay.Outcome.WAITING);
    }

    private UUID read(String paper) {
        var page = uploaded(paper);
        UploadForm.await(() -> !person.page(page).select(".verdict.proven").isEmpty());
        return idOf(page);
    }

    private String uploaded(String paper) {
        return new UploadForm(person).file("a.pdf", TypedPaper.of(paper)).sendAndFollow();
    }

    private static UUID idOf(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private Entry copied(UUID document) {
        UploadForm.await(() ->
                entries.find(SPIKE, document)
                        .filter(each -> each.copying() != Copying.WAITING)
                        .isPresent());
        return entries.find(SPIKE, document).orElseThrow();
    }
}
