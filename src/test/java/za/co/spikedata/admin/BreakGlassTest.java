package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.errorstore.Openings;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.statements.UploadForm;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class BreakGlassTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String REASON = "The copy reads the Ref column as a balance";

    private static final int ASKING = 4;

    private static final String MISPRINTED =
            """
            Sample Bank                      Account number: 6212345678
            Statement period 01/03/2024 to 31/03/2024

            Date          Description                      Amount         Balance
            01/03/2024    Opening balance                                1,500.00
            04/03/2024    QUAGGA INSURE REF 77120          -250.00       1,250.00
            11/03/2024    SALARY KAREE FOODS             12,000.00      13,250.00
            19/03/2024    QUAGGA INSURE REF 77121          -310.40      12,949.60
            28/03/2024    MARULA CAFE                       -45.10      12,904.50
            """;

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Openings openings;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private JdbcClient owner;
    private String helper;
    private String owning;
    private String administrating;
    private Browserless support;
    private Browserless person;
    private Browserless administrator;

    @BeforeEach
    void comeIn() {
        owner = JdbcClient.create(owners);
        helper = email("support");
        support = signedIn("admin.localhost", new TenantId("admin"), helper, Person.Role.SUPPORT);
        owning = email("owner");
        person = signedIn("acme.localhost", ACME, owning, Person.Role.MEMBER);
        administrating = email("administrator");
        administrator = signedIn("acme.localhost", ACME, administrating, Person.Role.ADMINISTRATOR);
    }

    @Test
    @DisplayName("support sees a PDF once an administrator of its tenant lets them, named on it")
    void showsAnOriginalThatIsLet() throws IOException {
        var failure = failed(person);
        assertThat(look(support, failure).statusCode()).isEqualTo(404);

        ask(failure);

        assertThat(look(support, failure).statusCode()).isEqualTo(404);
        assertThat(MailServer.link(MailServer.await(administrating, "Support of Acme")))
                .isEqualTo("/openings");
        var page = administrator.page("/openings");
        assertThat(page.select("section.card").text()).contains(REASON, helper, owning);
        approve(opening(failure), PortalTest.PASSWORD);

        var shown = look(support, failure);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        try (var pdf = pdf(failure)) {
            var text = new PDFTextStripper();
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                text.setStartPage(number);
                text.setEndPage(number);
                var words = text.getText(pdf).replaceAll("\\s", "");
                assertThat(words.split("Shownto" + helper, -1)).as("across, foot").hasSize(3);
            }
            text.setStartPage(1);
            assertThat(text.getText(pdf)).contains("12,949.60");
        }
    }

    @Test
    @DisplayName(
            "TEN-16 both trails tell of each step, and the tenant and the owner are told by mail")
    void tellsOfEachStep() {
        var failure = failed(person);
        ask(failure);
        approve(opening(failure), PortalTest.PASSWORD);

        look(support, failure);
        look(support, failure);

        assertThat(trail("acme", failure))
                .containsSubsequence(
                        "opening.asked", "opening.approved", "original.opened", "original.opened");
        assertThat(trail("admin", failure))
                .containsSubsequence("opening.asked", "original.opened", "original.opened");
        assertThat(MailServer.link(MailServer.await(owning, "Support opened")))
                .isEqualTo("/statements/" + failure);
        var told = MailServer.await(administrating, "Support opened");
        assertThat(told).doesNotContain("QUAGGA", "12,949.60");
        assertThat(MailServer.to(owning))
                .filteredOn(mail -> mail.startsWith("Support opened"))
                .hasSize(1);
    }

    @Test
    void asksOnceHoweverManyAskAtTheSameTime() throws Exception {
        var failure = UUID.fromString(failed(person));

        try (var asking = Executors.newFixedThreadPool(ASKING)) {
            Callable<Boolean> ask =
                    () -> openings.ask(ACME, failure, "support", REASON).isPresent();
            int asked = 0;
            for (var each : asking.invokeAll(Collections.nCopies(ASKING, ask))) {
                asked += each.get() ? 1 : 0;
            }
            assertThat(asked).isOne();
        }
        assertThat(openings.of(ACME))
                .filteredOn(opening -> opening.document().equals(failure))
                .hasSize(1);
    }

    @Test
    void showsNothingOnceTheTimeIsOver() {
        var failure = failed(person);
        ask(failure);
        approve(opening(failure), PortalTest.PASSWORD);
        assertThat(look(support, failure).statusCode()).isEqualTo(200);

        owner.sql("update errorstore_opening set until = now() where document_id = :id")
                .param("id", UUID.fromString(failure))
                .update();

        assertThat(look(support, failure).statusCode()).isEqualTo(404);
        assertThat(support.page("/failures/cases/" + failure).select("#original").text())
                .contains("The time to see it is over", "Ask to see it");
    }

    @Test
    void showsItToNobodyButWhoAsked() {
        var failure = failed(person);
        ask(failure);
        approve(opening(failure), PortalTest.PASSWORD);
        var colleague =
                signedIn(
                        "admin.localhost",
                        new TenantId("admin"),
                        email("colleague"),
                        Person.Role.SUPPORT);

        assertThat(look(colleague, failure).statusCode()).isEqualTo(404);
        assertThat(colleague.page("/failures/cases/" + failure).select("#original a")).isEmpty();
    }

    @Test
    @DisplayName("TEN-16 a wrong password, a refusal and silence let nobody see anything")
    void letsNobodySeeWithoutApproval() {
        var failure = failed(person);
        ask(failure);
        approve(opening(failure), "wrong");
        assertThat(look(support, failure).statusCode()).isEqualTo(404);

        administrator.post("/openings/" + opening(failure) + "/refuse", Map.of());
        approve(opening(failure), PortalTest.PASSWORD);
        assertThat(look(support, failure).statusCode()).isEqualTo(404);
        assertThat(support.page("/failures/cases/" + failure).select("#original").text())
                .contains("administrators refused");

        var silent = failed(person);
        ask(silent);
        owner.sql(
                        """
                        update errorstore_opening set asked_at = now() - interval '25 hours'
                        where document_id = :id
                        """)
                .param("id", UUID.fromString(silent))
                .update();
        approve(opening(silent), PortalTest.PASSWORD);
        assertThat(look(support, silent).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("where the policy is silent support cannot even ask")
    void isOffByDefault() {
        var theirs = signedIn("app.localhost", SPIKE, email("other"), Person.Role.MEMBER);
        var failure = failed(theirs);

        ask(failure);

        assertThat(
                        owner.sql("select count(*) from errorstore_opening where document_id = :id")
                                .param("id", UUID.fromString(failure))
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(support.page("/failures/cases/" + failure).select("#original").text())
                .contains("lets nobody see originals")
                .doesNotContain("Ask to see it");
    }

    @Test
    @DisplayName("TEN-16 a reason is needed, and is sealed; with the document the wish goes too")
    void keepsTheReasonSealed() {
        var failure = failed(person);
        var silent = support.post("/failures/cases/" + failure + "/original", Map.of());
        assertThat(Browserless.location(silent)).endsWith("notice=NO_REASON#original");
        ask(failure);

        var row =
                owner.sql(
                                """
                                select o::text || encode(sealed_reason, 'escape')
                                from errorstore_opening o where document_id = :id
                                """)
                        .param("id", UUID.fromString(failure))
                        .query(String.class)
                        .single();
        assertThat(row).doesNotContain("column as a balance");
        assertThat(administrator.page("/openings").text()).contains(REASON);

        person.post("/statements/" + failure + "/delete", Map.of());
        assertThat(administrator.page("/openings").text()).doesNotContain(failure.substring(0, 8));
    }

    private void ask(String failure) {
        support.post("/failures/cases/" + failure + "/original", Map.of("reason", REASON));
    }

    private void approve(String opening, String password) {
        administrator.post(
                "/openings/" + opening + "/approve", Map.of("minutes", "15", "password", password));
    }

    private HttpResponse<String> look(Browserless who, String failure) {
        return who.get("/failures/cases/" + failure + "/original.pdf");
    }

    private PDDocument pdf(String failure) throws IOException {
        return Loader.loadPDF(support.bytes("/failures/cases/" + failure + "/original.pdf"));
    }

    private String opening(String failure) {
        return owner.sql("select id from errorstore_opening where document_id = :id")
                .param("id", UUID.fromString(failure))
                .query(String.class)
                .single();
    }

    private List<String> trail(String tenant, String failure) {
        return owner.sql(
                        """
                        select action from audit_event
                        where tenant_id = :tenant and subject = :subject order by seq
                        """)
                .param("tenant", tenant)
                .param("subject", failure)
                .query(String.class)
                .list();
    }

    private String failed(Browserless whose) {
        var page = new UploadForm(whose).file("a.pdf", TypedPaper.of(MISPRINTED)).sendAndFollow();
        UploadForm.await(() -> !whose.page(page).select(".verdict.contradicted").isEmpty());
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private Browserless signedIn(String host, TenantId tenant, String email, Person.Role role) {
        people.add(tenant, email, PortalTest.PASSWORD, role);
        return new Browserless(port, host).signIn(email, PortalTest.PASSWORD);
    }

    private static String email(String who) {
        return who + "-" + UUID.randomUUID() + "@example.com";
    }
}
