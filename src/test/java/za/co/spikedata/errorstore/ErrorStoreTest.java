package za.co.spikedata.errorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.s3.S3Client;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.replica.Sketch;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultSettings;

@PortalTest
class ErrorStoreTest {
    private static final TenantId SPIKE = new TenantId("spike");

    private static final String MISPRINTED =
            """
            Sample Bank                      Account number: 6212345678
            T NAIDOO, 12 PROTEA STREET
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE REF 77120          -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE REF 77121          -310.40      12,949.60
            28/03/2024    MARULA CAFE                       -45.10      12,904.50
            """;

    private static final List<String> PRIVATE =
            List.of("NAIDOO", "PROTEA", "QUAGGA", "SALARY", "MARULA", "6212345678", "12,949.60");

    @LocalServerPort private int port;
    @Autowired private EntryTable entries;
    @Autowired private Replicas replicas;
    @Autowired private Sandbox sandbox;
    @Autowired private Vault vault;
    @Autowired private S3Client s3;
    @Autowired private VaultSettings settings;

    private Browserless person;

    @BeforeEach
    void signIn() {
        person = new Browserless(port, "app.localhost").signIn();
    }

    @Test
    @DisplayName("files where a paper contradicts itself, and a replica that does the same")
    void filesAContradiction() throws Exception {
        var document = uploaded("wrong.pdf", TypedPaper.of(MISPRINTED));

        var entry = copied(document);

        assertThat(entry.how().reason()).isEqualTo(Failure.CONTRADICTED);
        assertThat(entry.how().rule()).contains(Check.Rule.BALANCE_CHAIN);
        assertThat(entry.how().row()).isEqualTo(3);
        assertThat(entry.how().page()).isEqualTo(1);
        assertThat(entry.how().trace().steps()).isNotEmpty();
        assertThat(entry.junk()).isEmpty();
        assertThat(entry.fingerprint()).isPresent();
        assertThat(entry.copying()).isEqualTo(Copying.MADE);
        var replica = replicas.replica(SPIKE, entry).orElseThrow();
        var read = sandbox.read("test", replica, Optional.empty(), Progress.NONE);
        assertThat(Failure.of(read).orElseThrow().isLike(entry.how())).isTrue();
    }

    @Test
    @DisplayName("keeps nothing of what the paper says beside the paper")
    void saysNothingOfThePaper() throws Exception {
        var entry = copied(uploaded("private.pdf", TypedPaper.of(MISPRINTED)));

        var sketch = replicas.sketch(SPIKE, entry).orElseThrow();

        var sheet = sketch.sheets().getFirst();
        assertThat(sheet.marks().toString() + entry.how().trace().steps()).doesNotContain(PRIVATE);
        assertThat(sheet.marks())
                .extracting(Sketch.Mark::token)
                .contains(Sketch.Token.DATE, Sketch.Token.FIGURE, Sketch.Token.HEADING);
        assertThat(sheet.rows()).filteredOn(Sketch.Row::broken).hasSize(1);
        assertThat(sheet.columns()).isNotEmpty();
    }

    @Test
    @DisplayName("two failures of one layout are told to be of one")
    void groupsByLayout() {
        var one = copied(uploaded("one.pdf", TypedPaper.of(MISPRINTED)));
        var other =
                copied(
                        uploaded(
                                "other.pdf",
                                TypedPaper.of(MISPRINTED.replace("12,949.60", "12,943.60"))));

        assertThat(one.fingerprint()).isPresent().isEqualTo(other.fingerprint());
    }

    @Test
    void saysWhyThereIsNoReplica() {
        var cut = copied(uploaded("cut.pdf", "%PDF-1.4 cut".getBytes(StandardCharsets.US_ASCII)));

        assertThat(cut.how().reason()).isEqualTo(Reason.DAMAGED_PDF.name());
        assertThat(cut.copying()).isEqualTo(Copying.NOT_FOLLOWED);
        assertThat(cut.fingerprint()).isEmpty();
        assertThat(cut.junk()).isEmpty();
    }

    @Test
    void knowsJunkByItself() {
        var blank = copied(uploaded("blank.pdf", TypedPaper.of("")));

        assertThat(blank.how().reason()).isEqualTo(Reason.NO_TEXT.name());
        assertThat(blank.junk()).contains("junk-rule-auto");
    }

    @Test
    void filesNoSuccess() {
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> !person.page(page).select(".verdict.proven").isEmpty());

        assertThat(entries.find(SPIKE, idOf(page))).isEmpty();
    }

    @Test
    @DisplayName("with a document go its entry and its replica: key, object, row")
    void goesWithItsDocument() {
        var entry = copied(uploaded("gone.pdf", TypedPaper.of(MISPRINTED)));
        int before = stored();

        person.post("/statements/" + entry.document() + "/delete", Map.of());

        UploadForm.await(() -> stored() < before);
        assertThat(entries.find(SPIKE, entry.document())).isEmpty();
        assertThat(vault.fields(SPIKE, entry.vault())).isEmpty();
    }

    private int stored() {
        return s3.listObjectsV2(request -> request.bucket(settings.bucket(Shelf.REPLICA)))
                .contents()
                .size();
    }

    private UUID uploaded(String name, byte[] pdf) {
        return idOf(new UploadForm(person).file(name, pdf).sendAndFollow());
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
