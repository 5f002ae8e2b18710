package za.co.spikedata.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tally.Tallies;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

@PortalTest
class OperationsPagesTest {
    private static final int TENTHS_OF_SECONDS = 300;

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Tallies tallies;
    @Autowired private Tenants tenants;
    @Autowired private AuditTrail trail;
    @Autowired private List<Task<?>> jobs;

    private Browserless operator;
    private NewTenant created;
    private TenantId tenant;

    @BeforeEach
    void create() {
        operator = new Browserless(port, "admin.localhost").signIn();
        created = NewTenant.create(operator, NewTenant.typed(NewTenant.name("ops")));
        tenant = created.id();
    }

    @Test
    void tellsHowATenantFares() {
        created.administrator(people, port);

        var facts = operator.page("/operations/tenants/" + tenant).select(".facts div");

        assertThat(facts.eachText())
                .contains(
                        "People 2",
                        "Statements 0",
                        "Not proven –",
                        "Credits left 10 000",
                        "Last used –");
        assertThat(operator.get("/operations/tenants/admin").statusCode()).isEqualTo(404);
    }

    @Test
    void listsTenantsInTheOrderThatIsAskedFor() {
        created.administrator(people, port);
        tallies.count(tenant);
        tallies.count(new TenantId("acme"));
        var people = tallies.count(tenant).of(Figure.PEOPLE);
        assertThat(people).isEqualTo(2);

        var page = operator.page("/operations?sort=people&order=falling");

        var numbers =
                page.select("td[data-label=People]").eachText().stream()
                        .map(Integer::valueOf)
                        .toList();
        assertThat(numbers).hasSizeGreaterThan(1).isSortedAccordingTo((a, b) -> b - a);
        assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("People");
        assertThat(page.select("th[aria-sort] a").attr("href")).contains("order=rising");
        var found = operator.page("/operations?part=" + tenant).select("tbody tr");
        assertThat(found).hasSize(1);
        assertThat(found.select("th a").attr("href")).isEqualTo("/operations/tenants/" + tenant);
        assertThat(operator.page("/operations?part=%25nobody&sort=x&order=y&page=99").text())
                .contains("No tenant’s short name holds that");
    }

    @Test
    void showsWhatBecameOfMailWithoutSayingToWhom() throws InterruptedException {
        MailServer.await("first@example.com", "");
        var path = "/operations/mails?tenant=" + tenant;
        for (int i = 0; i < TENTHS_OF_SECONDS && mails(path, "SENT") == 0; i++) {
            Thread.sleep(100);
        }

        var page = operator.page(path + "&show=SENT");

        assertThat(page.select("tbody tr").text()).contains("invitation", "Some Lenders", "Sent");
        assertThat(page.text()).doesNotContain("first@example.com");
        assertThat(mails(path, "GIVEN_UP")).isZero();
        assertThat(operator.page(path + "&show=GIVEN_UP").text()).contains("no such mail");
    }

    @Test
    void tellsOfEveryJobByAName() {
        var page = operator.page("/operations/jobs");

        assertThat(page.select("tbody th").eachText())
                .contains("Count how tenants fare", "Verify the audit trails")
                .noneMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        assertThat(page.text()).contains("Statements to read");
    }

    @Test
    void hasANameForEveryJobThatTheSchedulerKnows() throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("themes/base/messages.properties"))) {
            texts.load(file);
        }

        assertThat(jobs)
                .isNotEmpty()
                .extracting(Task::getName)
                .allMatch(name -> texts.containsKey("operations.jobs.name." + name));
    }

    @Test
    void runsAJobAtOnceAndWritesDownWho() throws InterruptedException {
        var console = tenants.consoles().getFirst().id();
        var asked = "/operations/jobs/sweep-objects/run";

        assertThat(Browserless.location(operator.post(asked, Map.of()))).endsWith("DONE");

        var row = job("Sweep objects that nothing names");
        for (int i = 0; i < TENTHS_OF_SECONDS && row.text().contains("Never Never"); i++) {
            Thread.sleep(100);
            row = job("Sweep objects that nothing names");
        }
        assertThat(row.text()).doesNotContain("Never Never");
        assertThat(trail.actions(console)).contains("job.run");
        for (var other : List.of("read-document", "none")) {
            assertThat(
                            Browserless.location(
                                    operator.post("/operations/jobs/" + other + "/run", Map.of())))
                    .endsWith("NONE");
        }
    }

    @Test
    void tellsWhatWasThrownAndNotWhatItSays() {
        var cause = new IOException("thandi@example.com");

        assertThat(JobFaults.shape(new UncheckedIOException("for Thandi", cause)))
                .isEqualTo("UncheckedIOException ← IOException");
    }

    @Test
    void tellsWhoAppliedWhichVersionAndWhatItChanged() {
        var boss = "boss-" + tenant + "@example.com";
        var administrator = created.administrator(people, port, boss);
        var page = administrator.page("/settings/texts");
        assertThat(page.select("h1")).isNotEmpty();
        administrator.post("/settings/versions/1/apply", Map.of());

        var rows = operator.page("/operations/versions?tenant=" + tenant).select("tbody tr");

        assertThat(rows.first().text()).contains("Some Lenders", "1").doesNotContain(boss);
        assertThat(rows.last().text()).contains("An administrator or an operator");
        var first = operator.page(rows.last().select("a").attr("href"));
        assertThat(first.select("h3").eachText()).contains("tenant.yml");
        assertThat(first.select(".diff .added").text()).contains("Some Lenders");
        var again = operator.page(rows.first().select("a").attr("href"));
        assertThat(again.select(".diff")).isEmpty();
        assertThat(operator.get("/operations/versions/none").statusCode()).isEqualTo(404);
        assertThat(operator.page("/operations/versions").text())
                .contains("development", "Last migration", "PostgreSQL");
    }

    @Test
    @DisplayName("there is no mailbox where a mail server is set")
    void hasNoMailboxBesideAMailServer() {
        assertThat(operator.page("/operations").select("a[href=/operations/mailbox]")).isEmpty();
        assertThat(operator.get("/operations/mailbox").statusCode()).isEqualTo(404);
    }

    private int mails(String path, String show) {
        return operator.page(path + "&show=" + show).select("tbody tr").size();
    }

    private Element job(String name) {
        return operator.page("/operations/jobs").select("tbody tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
