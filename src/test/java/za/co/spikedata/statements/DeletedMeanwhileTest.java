package za.co.spikedata.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.errorstore.Failure;
import za.co.spikedata.errorstore.Reread;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.Vault;

/** A document is deleted while something is done with it. */
@PortalTest
class DeletedMeanwhileTest {
    private static final TenantId SPIKE = new TenantId("spike");

    @LocalServerPort private int port;
    @Autowired private DocumentTable documents;
    @Autowired private Endings endings;
    @Autowired private Rereadings rereadings;
    @Autowired private TenantDatabase database;
    @Autowired private Vault vault;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private Browserless person;

    @BeforeEach
    void signIn() {
        person = new Browserless(port, "app.localhost").signIn();
    }

    @Test
    @DisplayName("DEL-05 what is read while it is deleted does not come back")
    void isNotBroughtBackByItsReader() throws IOException {
        var page =
                new UploadForm(person)
                        .file("a.pdf", PaperStatement.locked("marula"))
                        .sendAndFollow();
        UploadForm.await(() -> !person.page(page).select("input[name=password]").isEmpty());
        var document = document(page);
        var failed = new ReadResult.Unreadable(Reason.NOT_A_STATEMENT, Trace.EMPTY);
        var ending =
                endings.prepare(
                        SPIKE,
                        document,
                        failed,
                        Endings.Key.NONE,
                        vault.fields(SPIKE, document.vault()).orElseThrow());

        delete(page);
        boolean written = database.call(SPIKE, () -> endings.write(SPIKE, ending));
        endings.letGo(ending);
        endings.end(SPIKE, document, failed, Endings.Key.NONE);

        assertThat(written).isFalse();
        assertGone(document, page);
        var how = new Failure.How("UNEXPECTED", java.util.Optional.empty(), 0, 0, Trace.EMPTY);
        assertThat(rereadings.reread(SPIKE, document.id().value(), how))
                .isInstanceOf(Reread.Gone.class);
    }

    @Test
    @DisplayName("DEL-05 a download that was begun brings nothing back, nor does a replica")
    void isNotBroughtBackByADownload() throws IOException {
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> person.get(page + "/download.csv").statusCode() == 200);
        var document = document(page);
        var original = document.original().orElseThrow();

        try (var begun = vault.open(SPIKE, original).orElseThrow()) {
            assertThat(begun.read()).isEqualTo('%');
            delete(page);
            begun.readAllBytes();
        }

        assertThat(vault.open(SPIKE, original)).isEmpty();
        assertThat(vault.attach(SPIKE, document.vault(), Shelf.REPLICA, "late".getBytes(UTF_8)))
                .isFalse();
        for (var as : new String[] {"/download.csv", "/download.xlsx", "/download.json"}) {
            assertThat(person.get(page + as).statusCode()).as(as).isEqualTo(404);
        }
        assertGone(document, page);
    }

    private void delete(String page) {
        var receipt = Browserless.location(person.post(page + "/delete", Map.of()));
        UploadForm.await(() -> person.get(receipt + "/receipt.jws").statusCode() == 200);
    }

    private void assertGone(Document document, String page) {
        assertThat(person.get(page).statusCode()).isEqualTo(404);
        assertThat(rows("statements_document where id", document.id().value())).isZero();
        assertThat(rows("errorstore_entry where document_id", document.id().value())).isZero();
        assertThat(rows("vault_document where id", document.vault().value())).isZero();
    }

    private int rows(String of, UUID id) {
        return JdbcClient.create(owners)
                .sql("select count(*) from " + of + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private Document document(String page) {
        var id = new DocumentId(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        return documents.find(SPIKE, id).orElseThrow();
    }
}
