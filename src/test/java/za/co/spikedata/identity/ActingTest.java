package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

@PortalTest
class ActingTest {
    private static final TenantId CONSOLE = new TenantId("admin");

    /** A page of each kind that tells of people's documents, or is a person's own. */
    private static final List<String> NEVER_SEEN =
            List.of(
                    "/statements",
                    "/statements/00000000-0000-0000-0000-000000000001",
                    "/statements/download?ids=00000000-0000-0000-0000-000000000001",
                    "/receipts",
                    "/uploads/00000000-0000-0000-0000-000000000001",
                    "/openings",
                    "/profile",
                    "/webhooks/00000000-0000-0000-0000-000000000001",
                    "/second-factor/enrol");

    private static final List<String> WAYS_OUT = List.of("/settings/acting/leave", "/sign-out");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private Administration administration;
    @Autowired private Actings actings;
    @Autowired private TenantVersions versions;
    @Autowired private AuditTrail trail;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private TenantId tenant;
    private String host;
    private String email;
    private String boss;
    private Person operates;
    private Browserless operator;

    @BeforeEach
    void arrive() {
        email = PortalTest.EMAIL;
        boss = "boss-" + UUID.randomUUID() + "@example.com";
        operates = table.credentials(CONSOLE, email).orElseThrow().person();
        operator = new Browserless(port, "admin.localhost").signIn();
        var typed = NewTenant.typed(NewTenant.name("ac"));
        typed.put("theme", "base");
        var created = NewTenant.create(operator, typed);
        tenant = created.id();
        host = created.host();
        people.add(tenant, boss, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
    }

    @Test
    void asksForAReasonALengthAndThePassword() {
        assertThat(begin(Map.of("reason", " "))).isEmpty();
        assertThat(begin(Map.of("minutes", "600"))).isEmpty();
        assertThat(begin(Map.of("password", "x"))).isEmpty();
        var unproven =
                operator.post(
                        "/tenants/" + tenant + "/act",
                        Map.of("reason", "Locked out", "minutes", "30", "password", "x"));
        assertThat(Browserless.typed(unproven, "#reason, #minutes [selected]"))
                .as("what was typed stays")
                .containsExactly("Locked out", "30");
        assertThat(actings.of(tenant)).isEmpty();
    }

    @Test
    void seesAndChangesTheTenantsAdministrationAndTellsWhoDid() {
        var acting = enter();

        for (var page : List.of("/settings", "/domains", "/people", "/audit", "/api-keys")) {
            var shown = acting.page(page);
            assertThat(shown.select("aside.looking").text())
                    .as(page)
                    .contains("You act for Some Lenders. Minutes left: 15.");
        }
        var edit =
                Map.of(
                        "name", "Other Lenders",
                        "supportEmail", "help@example.com",
                        "fromName", "Some Lenders");
        assertThat(Browserless.location(acting.post("/settings", edit))).contains("/versions/2");

        assertThat(versions.find(tenant, 2).orElseThrow().madeBy()).isEqualTo(id());
        assertThat(trail.actions(tenant)).contains("acting.begun", "acting.changed");
        assertThat(trail.actions(CONSOLE)).contains("acting.begun", "acting.changed");
        assertThat(administrator().page("/audit").text())
                .contains("Began to act for the tenant", email);
        assertThat(MailServer.await(boss, "An operator acts for Some Lenders"))
                .contains(email, "for 15 minutes", "Cannot sign in", "/settings/acting");
    }

    @Test
    void opensNoDocumentsAndEndsNoneEarlyBySettings() {
        var edit = new HashMap<>(Map.of("name", "Some Lenders"));
        edit.put("supportEmail", "help@example.com");
        edit.put("fromName", "Some Lenders");
        var boss = administrator();
        for (var rule :
                List.of(
                        "breakGlass=true",
                        "noActing=true",
                        "secondFactor=optional",
                        "results=1d")) {
            var weak = new HashMap<>(edit);
            weak.put(rule.split("=")[0], rule.split("=")[1]);
            assertThat(enter().post("/settings", weak).body())
                    .as(rule)
                    .contains("stay as they are while you act for a tenant");
            assertThat(versions.newest(tenant, 1).getFirst().number()).isEqualTo(1);
        }
        edit.put("results", "1d");
        var draft = Browserless.location(boss.post("/settings", edit));

        var answer = enter().post(draft.replaceFirst("^https?://[^/]+", "") + "/apply", Map.of());

        assertThat(Browserless.location(answer)).endsWith("notice=acting");
        assertThat(versions.served(tenant)).isEqualTo(1);
    }

    @Test
    void hasNoServerToldThatTheTenantDoesNotName() {
        var files = new HashMap<>(versions.files(tenant));
        files.merge(
                "tenant.yml",
                "\nwebhooks: [{name: x, url: 'https://x.example.com/', events: [document.done]}]\n",
                String::concat);
        int draft = versions.save(tenant, files, "test", _ -> {}).number();

        var answer = enter().post("/settings/versions/%d/apply".formatted(draft), Map.of());

        assertThat(Browserless.location(answer)).endsWith("notice=acting");
        assertThat(versions.served(tenant)).isEqualTo(1);
    }

    @Test
    void seesNoDocumentsAndOpensNoneToAnybody() {
        var acting = enter();
        var token = acting.token();

        for (var path : NEVER_SEEN) {
            var answer = acting.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("Not while you act for others");
        }
        var changed = new ArrayList<String>();
        for (var info : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (var pattern : info.getPatternValues()) {
                var path = pattern.replaceAll("\\{[^/]+}", "none");
                boolean isPost = info.getMethodsCondition().toString().contains("POST");
                boolean isWayOut = WAYS_OUT.contains(path);
                if (isPost && !isWayOut && acting.postWith(token, path, "").statusCode() != 403) {
                    changed.add(pattern);
                }
            }
        }

        assertThat(changed)
                .allMatch(pattern ->
                        pattern.matches(
                                "/sign-in|/settings.*|/domains.*|/api-keys/\\{id}/revoke"
                                        + "|/webhooks/\\{id}/(pause|resume)"))
                .contains("/settings", "/domains/{host}/forward");
        assertThat(changed)
                .as("not to end it as an administrator would")
                .doesNotContain("/settings/acting/{id}/end");
    }

    @Test
    void isInOneTenantAlone() {
        var acting = enter();
        var elsewhere = new Browserless(port, "acme.localhost");
        elsewhere.carry(acting.cookies());
        var console = new Browserless(port, "admin.localhost");
        console.carry(acting.cookies());
        var here = new Browserless(port, host);
        here.carry(operator.cookies());

        assertThat(elsewhere.get("/settings").statusCode()).isEqualTo(302);
        assertThat(console.get("/tenants").statusCode()).isEqualTo(302);
        assertThat(here.get("/settings").statusCode())
                .as("the console's session opens nothing here")
                .isEqualTo(302);
        assertThat(acting.get("/tenants").statusCode()).isEqualTo(403);
    }

    @Test
    void opensOnceAndOnTheTenantsHostOnly() {
        var path = begin(Map.of());
        var other = new Browserless(port, "acme.localhost");

        assertThat(other.post(path, Map.of()).statusCode()).isEqualTo(404);
        var first = new Browserless(port, host);
        assertThat(first.get(path).statusCode()).isEqualTo(200);
        assertThat(Browserless.location(first.post(path, Map.of()))).endsWith("/settings");
        assertThat(new Browserless(port, host).post(path, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void opensNothingLater() {
        var path = begin(Map.of());
        set("token_until");

        assertThat(new Browserless(port, host).post(path, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void endsByTheOperatorsOwnHand() {
        for (var way : WAYS_OUT) {
            var acting = enter();
            acting.post(way, Map.of());

            assertIsOver(acting);
            assertThat(actings.of(tenant)).noneMatch(each -> each.isUnderWay(Instant.now()));
        }
        assertThat(trail.actions(tenant)).contains("acting.ended");
    }

    @Test
    void endsByAnAdministratorsHand() {
        var acting = enter();
        var administrator = administrator();
        var row = administrator.page("/settings/acting").select("tbody tr");
        assertThat(row.text()).contains(email, "Cannot sign in");

        administrator.post(row.select("form").attr("action"), Map.of());

        assertIsOver(acting);
        assertThat(administrator.page("/settings/acting").select("tbody form")).isEmpty();
    }

    @Test
    void endsWhenTheSameOperatorBeginsAnew() {
        var acting = enter();

        enter();

        assertIsOver(acting);
        assertThat(actings.of(tenant)).filteredOn(each -> each.ended().isEmpty()).hasSize(1);
    }

    @Test
    void endsWhenItsTimeIsOver() {
        var acting = enter();

        set("until");

        assertIsOver(acting);
    }

    @Test
    void endsWithTheOperatorsOwnRights() {
        var name = "operator-" + UUID.randomUUID() + "@example.com";
        var other = people.add(CONSOLE, name, PortalTest.PASSWORD, Person.Role.OPERATOR);
        operator = new Browserless(port, "admin.localhost").signIn(name, PortalTest.PASSWORD);
        var acting = enter();

        administration.disable(operates, table.find(CONSOLE, other.id()).orElseThrow());

        assertIsOver(acting);
    }

    @Test
    void endsAsTheTenantsAdministratorSignsEverybodyOut() {
        var acting = enter();

        administrator().post("/people/sessions-end", Map.of("password", PortalTest.PASSWORD));

        assertIsOver(acting);
        assertThat(actings.of(tenant)).noneMatch(each -> each.isUnderWay(Instant.now()));
        assertThat(trail.actions(tenant)).contains("acting.ended");
    }

    @Test
    @DisplayName("a document that wants no acting ends it, by whichever way it came to be served")
    void endsWithADocumentThatNoAdministratorApplied() {
        var acting = enter();
        var files = new HashMap<>(versions.files(tenant));
        files.compute("tenant.yml", (_, text) -> text + "acting: false\n");

        versions.change(tenant, _ -> files, "folder", _ -> {});
        versions.refresh();

        assertIsOver(acting);
        assertThat(actings.of(tenant)).noneMatch(each -> each.ended().isEmpty());
        assertThat(trail.actions(tenant)).contains("acting.ended");
    }

    @Test
    void endsOnceTheTenantWantsItNoMoreAndBeginsNowhere() {
        var acting = enter();
        assertThat(acting.page("/settings").select("input[name=noActing][checked]")).isEmpty();
        want(false);
        assertIsOver(acting);
        assertThat(trail.actions(tenant)).contains("acting.ended");

        want(true);
        var unopened = begin(Map.of());
        want(false);
        want(true);
        assertThat(new Browserless(port, host).post(unopened, Map.of()).statusCode())
                .isEqualTo(404);

        want(false);
        assertThat(begin(Map.of())).isEmpty();
        var asked = operator.page("/tenants/" + tenant + "/act");
        assertThat(asked.text()).contains("let no operator act for it");
        assertThat(asked.select("main form")).isEmpty();
        assertThat(administrator().page("/settings/acting").text())
                .contains("let no operator act for you");

        want(true);

        assertThat(versions.files(tenant).get("tenant.yml")).doesNotContain("acting");
        assertThat(enter().get("/settings").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotThereAgainOnceASuspensionIsOver() {
        var acting = enter();
        people.endSessions(tenant);
        assertIsOver(acting);

        var unopened = begin(Map.of());
        people.endSessions(tenant);
        assertThat(new Browserless(port, host).post(unopened, Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void endsWithTheOperatorsSessionsOnTheConsole() {
        var name = "operator-" + UUID.randomUUID() + "@example.com";
        var other = people.add(CONSOLE, name, PortalTest.PASSWORD, Person.Role.OPERATOR);
        operator = new Browserless(port, "admin.localhost").signIn(name, PortalTest.PASSWORD);
        var acting = enter();
        assertThat(acting.get("/settings").statusCode()).isEqualTo(200);

        table.beginEpoch(CONSOLE, other.id());

        assertIsOver(acting);
    }

    private void want(boolean isWanted) {
        var fields =
                new HashMap<>(Map.of("name", "Some Lenders", "supportEmail", "help@example.com"));
        fields.put("fromName", "Some Lenders");
        fields.put("noActing", isWanted ? "" : "true");
        var administrator = administrator();
        var draft = Browserless.location(administrator.post("/settings", fields));
        administrator.post(draft.replaceFirst("^https?://[^/]+", "") + "/apply", Map.of());
    }

    private void assertIsOver(Browserless acting) {
        var answer = acting.get("/settings");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browserless.location(answer)).endsWith("/sign-in");
    }

    private void set(String column) {
        database.run(
                tenant,
                () ->
                        jdbc.sql(
                                        "update identity_acting set %s = :past where tenant_id = :t"
                                                .formatted(column))
                                .param("past", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                                .param("t", tenant.value())
                                .update());
    }

    private Browserless enter() {
        var acting = new Browserless(port, host);
        acting.post(begin(Map.of()), Map.of());
        return acting;
    }

    /** Where to go on; empty where nothing was begun. */
    private String begin(Map<String, String> changed) {
        var fields = new HashMap<>(Map.of("reason", "Cannot sign in", "minutes", "15"));
        fields.put("password", PortalTest.PASSWORD);
        fields.putAll(changed);
        var answer = operator.post("/tenants/" + tenant + "/act", fields).body();
        return Jsoup.parse(answer)
                .select("a[rel=noreferrer]")
                .attr("href")
                .replaceFirst("^https://[^/]+", "");
    }

    private Browserless administrator() {
        return new Browserless(port, host).signIn(boss, PortalTest.PASSWORD);
    }

    private String id() {
        return operates.id().toString();
    }
}
