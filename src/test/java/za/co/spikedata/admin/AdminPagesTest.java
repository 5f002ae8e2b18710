package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class AdminPagesTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Audit audit;
    @Autowired private AuditTrail trail;

    private Browserless operator;
    private Browserless administrator;
    private Person administers;

    @BeforeEach
    void signIn() {
        operator = new Browserless(port, "admin.localhost").signIn();
        var email = "boss-" + UUID.randomUUID() + "@example.com";
        administers = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        administrator = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @Test
    @DisplayName("ATH-06 lets operators add a ban, see it at work and lift it")
    void addsAndLiftsABan() {
        var banned = new Browserless(port, "app.localhost", "127.2.1.1");
        operator.post(
                "/bans",
                Map.of("network", "127.2.1.0/24", "length", "hour", "note", "<b>too loud</b>"));

        assertThat(banned.get("/sign-in").statusCode()).isEqualTo(429);
        var row = operator.page("/bans").select("tr:contains(127.2.1.0/24)");
        assertThat(row.text()).contains("<b>too loud</b>", PortalTest.EMAIL);

        var lifted = operator.post(row.select("form").attr("action"), Map.of());
        assertThat(lifted.headers().firstValue("Location").orElseThrow()).contains("lifted");
        assertThat(banned.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(operator.page("/audit?action=ban.lifted").select("tbody tr").first().text())
                .contains("127.2.1.0/24", PortalTest.EMAIL, "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everyone", "0.0.0.0/0", "10.0.0.0/8", "2001::/16", "1.2.3.4/33"})
    void bansNoNonsense(String network) {
        var answer = operator.post("/bans", Map.of("network", network, "length", "hour"));

        assertThat(Browserless.refusal(answer)).contains("no address");
        assertThat(Browserless.typed(answer, "#network, #length option[selected]"))
                .as("what was typed stays")
                .containsExactly(network, "hour");
    }

    @Test
    void takesNoBanFromALink() {
        var page = operator.page("/bans?network=1.2.3.0/24&length=month&note=loud");

        assertThat(page.select("#network, #note, #length option[selected]"))
                .extracting(Element::val)
                .containsExactly("", "");
    }

    @ParameterizedTest(name = "AUZ-02 serves {0} on the console alone")
    @ValueSource(strings = {"/tenants", "/bans"})
    void servesTheConsoleOnlyThere(String path) {
        assertThat(operator.get(path).statusCode()).isEqualTo(200);
        assertThat(administrator.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("TEN-14 TEN-16 closes a portal with a reason, told in both trails, and reopens it")
    void closesAPortal() {
        var email = "closed-" + UUID.randomUUID() + "@example.com";
        people.add(ACME, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        var there = new Browserless(port, "acme.localhost").signIn(email, PortalTest.PASSWORD);
        var cookie = there.cookies();

        var unreasoned = operator.post("/tenants/suspend", Map.of("tenant", "acme", "reason", " "));
        assertThat(Browserless.refusal(unreasoned)).startsWith("Say why");
        assertThat(Jsoup.parse(unreasoned.body()).select("#suspended").val()).isEqualTo("acme");
        assertThat(Jsoup.parse(unreasoned.body()).select("#tenant").val()).isEmpty();
        operator.post("/tenants/suspend", Map.of("tenant", "acme", "reason", "<i>unpaid</i>"));
        try {
            assertThat(operator.page("/tenants?part=ACME.local").select("tbody").text())
                    .contains("Closed: <i>unpaid</i>");
            assertThat(there.get("/statements").statusCode()).isEqualTo(403);
            assertThat(administrator.get("/statements").statusCode()).isEqualTo(200);
        } finally {
            operator.post("/tenants/acme/resume", Map.of());
        }

        var old = new Browserless(port, "acme.localhost");
        old.carry(cookie);
        assertThat(old.get("/statements").headers().firstValue("Location").orElseThrow())
                .as("sessions of before stay ended")
                .endsWith("/sign-in");
        for (var action : List.of("tenant.suspended", "tenant.resumed")) {
            assertThat(trail.newest(ACME, Asked.action(action), 0, 1)).isNotEmpty();
            assertThat(operator.page("/audit?action=" + action).select("tbody tr")).isNotEmpty();
        }
        for (var nobodys : List.of("admin", "nobody-at-all", "Acme, please")) {
            var asked = Map.of("tenant", nobodys, "reason", "x", "email", "x@example.com");
            for (var path : List.of("/tenants/suspend", "/tenants/administrators")) {
                assertThat(Browserless.refusal(operator.post(path, asked)))
                        .as("%s of the console's or nobody's", path)
                        .startsWith("There is no tenant of that short name");
            }
        }
    }

    @Test
    @DisplayName("AUZ-02 shows the trail to those in charge alone")
    void showsTheTrailToThoseInCharge() {
        var member = new Browserless(port, "app.localhost").signIn();

        for (var path : new String[] {"/audit", "/audit/export.csv", "/audit/export.json"}) {
            assertThat(administrator.get(path).statusCode()).isEqualTo(200);
            assertThat(member.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("LOG-04 shows each event once, found by action, person and day")
    void findsEvents() {
        var subject = UUID.randomUUID().toString();
        audit.record(SPIKE, administers.id().toString(), "thing.tested", subject);
        audit.record(SPIKE, "somebody", "thing.tested", "other");
        audit.record(new TenantId("acme"), administers.id().toString(), "thing.tested", "acme's");

        var found =
                administrator
                        .page("/audit?action=thing.tested&person=" + administers.email())
                        .select("tbody tr");
        assertThat(found.eachText()).hasSize(1);
        assertThat(found.text()).contains(administers.email(), subject);
        assertThat(administrator.page("/audit?action=thing.tested").select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(administrator.page("/audit?action=thing.tested&to=2020-01-01").text())
                .contains("Nothing matches");
        assertThat(administrator.get("/audit?from=nonsense&page=-1&to=%3C").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("ERR-01 INJ-02 days that no database keeps are no days")
    @ValueSource(strings = {"-999999999-01-01", "%2B999999999-12-31", "0000-01-01", "9999-12-31"})
    void takesNoDayThatCannotBeKept(String day) {
        for (var path : List.of("/audit", "/audit/export.csv", "/audit/export.json")) {
            for (var end : List.of("from", "to")) {
                assertThat(administrator.get(path + "?" + end + "=" + day).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("LOG-09 exports who touched what, whole and inert")
    void exports() throws Exception {
        audit.record(SPIKE, "=cmd()", "thing.exported", "\"quoted\"");
        audit.record(SPIKE, administers.id().toString(), "thing.exported", "plain");

        var csv = administrator.get("/audit/export.csv?action=thing.exported");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "audit.csv");
        assertThat(csv.body())
                .startsWith("seq,at,actor,")
                .contains("\"'=cmd()\"", "\"\"quoted\"\"");
        var json =
                JsonMapper.shared()
                        .readTree(
                                administrator
                                        .get("/audit/export.json?action=thing.exported")
                                        .body());
        assertThat(json.size()).isGreaterThanOrEqualTo(2);
        assertThat(json.get(0).get("actorName").asString()).isEqualTo(administers.email());
        assertThat(json.get(0).get("hash").asString()).hasSize(64);
        assertThat(administrator.get("/audit/export.json?action=none.such").body())
                .isEqualToIgnoringWhitespace("[]");
        assertThat(administrator.page("/audit?action=audit.exported").select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void pagesThroughALongTrail() {
        for (int i = 0; i < 120; i++) {
            audit.record(SPIKE, "pager", "thing.paged", "n" + i);
        }

        var first = administrator.page("/audit?action=thing.paged&person=pager");
        var last =
                administrator.page(
                        first.select("a[rel=next]").attr("href").replace("page=2", "page=3"));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr").first().text()).contains("n119");
        assertThat(last.select("tbody tr")).hasSize(20);
        assertThat(last.select("a[rel=next]")).isEmpty();
    }

    @Test
    void saysWhenTheTrailWasVerified() {
        trail.verify(SPIKE);

        assertThat(administrator.page("/audit").select(".notice").text()).contains("Verified");
    }
}
