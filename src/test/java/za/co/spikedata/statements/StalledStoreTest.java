package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.errorstore.ErrorStore;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Stalls;
import za.co.spikedata.tenancy.TenantId;

/** The object store takes requests and does not answer; the database must not run dry over it. */
@PortalTest
class StalledStoreTest {
    private static final TenantId SPIKE = new TenantId("spike");

    @LocalServerPort private int port;
    @Autowired private Stalls store;
    @Autowired private People people;
    @Autowired private DocumentTable documents;
    @Autowired private Endings endings;
    @Autowired private Problems problems;
    @Autowired private ErrorStore errors;
    @Autowired private HikariDataSource pool;
    @Autowired private JdbcClient jdbc;

    private Person owner;
    private Browserless person;

    @BeforeEach
    void signIn() {
        var email = "stalled-" + UUID.randomUUID() + "@example.com";
        owner = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        person = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @AfterEach
    void goOn() {
        store.end();
    }

    @Test
    void documentsThatEndHoldNoConnection() throws Exception {
        var page =
                new UploadForm(person)
                        .file("a.pdf", PaperStatement.locked("marula"))
                        .sendAndFollow();
        UploadForm.await(() -> !person.page(page).select("input[name=password]").isEmpty());
        var document = document(page);
        var failed = new ReadResult.Unreadable(Reason.NOT_A_STATEMENT, Trace.EMPTY);

        whileAllStall(() -> {
            endings.end(SPIKE, document, failed, Endings.Key.NONE);
            return true;
        });

        assertThat(document(page).state()).isEqualTo(State.REFUSED);
        assertThat(errors.keys(SPIKE, java.util.List.of(document.id().value()))).hasSize(1);
    }

    @Test
    void reportsHoldNoConnection() throws Exception {
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> person.get(page + "/download.csv").statusCode() == 200);
        var document = document(page);

        whileAllStall(() ->
                problems.report(owner, document, "A row is wrong", true)
                        .filter(mistake -> mistake != Problems.Mistake.MEANWHILE)
                        .isEmpty());

        assertThat(person.page(page).text()).contains("Your report was sent on");
    }

    @Test
    void nothingThatEndsADocumentAsksTheStoreInATransaction() {
        var broken =
                new UploadForm(person)
                        .file(
                                "no.pdf",
                                "%PDF-1.4 no".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .sendAndFollow();
        UploadForm.await(() -> person.page(broken).select("[hx-trigger]").isEmpty());
        reportsOnce();

        assertThat(store.inTransactions())
                .doesNotContain(
                        "statements.Endings",
                        "statements.Readings",
                        "statements.Problems",
                        "statements.Rereadings",
                        "errorstore.Reports",
                        "errorstore.ErrorStore",
                        "api.AnsweredFailures");
    }

    private void reportsOnce() {
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> person.get(page + "/download.csv").statusCode() == 200);
        assertThat(problems.report(owner, document(page), "A row is wrong", true)).isEmpty();
        assertThat(person.page(page).text()).contains("Your report was sent on");
    }

    /** As many at once as there are connections, and one more who wants the database alone. */
    private void whileAllStall(Callable<Boolean> work) throws Exception {
        int connections = pool.getMaximumPoolSize();
        var running = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            store.begin();
            try {
                for (int i = 0; i < connections; i++) {
                    running.add(threads.submit(work));
                }
                UploadForm.await(() -> store.waiting() >= connections);

                assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
                assertThat(person.get("/profile").statusCode()).isEqualTo(200);
            } finally {
                store.end();
            }
            for (var each : running) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    private Document document(String page) {
        var id = new DocumentId(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        return documents.find(SPIKE, id).orElseThrow();
    }
}
