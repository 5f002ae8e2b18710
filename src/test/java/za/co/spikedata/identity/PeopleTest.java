package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/** The checks AUZ and SES where people look after people, and themselves. */
@PortalTest
class PeopleTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";
    private static final String PASSWORD = "a quiet river under stones";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private za.co.spikedata.audit.AuditTrail trail;
    @Autowired private Tenants tenants;

    private Browserless administrator;
    private String email;
    private Person member;

    @BeforeEach
    void add() {
        var chief = UUID.randomUUID() + "@example.com";
        people.add(SPIKE, chief, PASSWORD, Person.Role.ADMINISTRATOR);
        administrator = fresh();
        administrator.givePassword(chief, PASSWORD);
        assertThat(location(administrator.get("/people")))
                .as("administrators need a second factor first")
                .endsWith("/second-factor");
        administrator.enrol(chief, PASSWORD);
        email = UUID.randomUUID() + "@example.com";
        member = people.add(SPIKE, email, PASSWORD, Person.Role.MEMBER);
    }

    @Test
    void comeByInvitation() {
        var invited = UUID.randomUUID() + "@example.com";
        assertThat(
                        location(
                                administrator.post(
                                        "/people", Map.of("email", invited, "role", "MEMBER"))))
                .endsWith("?notice=invited");
        var link = MailServer.link(MailServer.await(invited, "Your invitation to Spike Portal"));
        assertThat(fresh().get(link).statusCode()).isEqualTo(200);
        assertThat(fresh().get(link).statusCode()).as("looking uses nothing up").isEqualTo(200);

        var answer = fresh().post(link, Map.of("name", "Naledi", "password", PASSWORD));

        assertThat(location(answer)).endsWith("/sign-in?welcome");
        assertThat(fresh().get(link).statusCode()).isEqualTo(404);
        var naledi = fresh().signIn(invited, PASSWORD);
        assertThat(naledi.get("/statements").statusCode()).isEqualTo(200);
        assertThat(administrator.page("/people").text()).contains(invited, "Naledi");
        var again = administrator.post("/people", Map.of("email", invited, "role", "VIEWER"));
        assertThat(Browserless.refusal(again)).contains("belongs to someone on this list");
        assertThat(Browserless.typed(again, "#email, #role option[selected]"))
                .as("what was typed stays")
                .containsExactly(invited, "VIEWER");
    }

    @Test
    void areInvitedByNobodyWhoWroteALink() {
        var page = administrator.page("/people?email=evil@example.com&role=ADMINISTRATOR");

        assertThat(page.select("#email, #role option[selected]"))
                .extracting(Element::val)
                .containsExactly("", "MEMBER");
    }

    @Test
    @DisplayName("INJ-07 nobody is invited to an address that no mail can be written to")
    void areInvitedWhereMailReachesThem() {
        for (var typed : List.of("NALEDI@EXAMPLE.COM.", "na..ledi@example.com", "n@[127.0.0.1]")) {
            var answer = administrator.post("/people", Map.of("email", typed, "role", "MEMBER"));
            assertThat(Browserless.refusal(answer)).contains("Nobody was invited");
        }
    }

    @Test
    @DisplayName("ATH-15 whoever comes by invitation gives the second factor their role asks for")
    void comeByInvitationWithTheirFactors() {
        var invited = UUID.randomUUID() + "@example.com";
        administrator.post("/people", Map.of("email", invited, "role", "ADMINISTRATOR"));
        var link = MailServer.link(MailServer.await(invited, "Your invitation to Spike Portal"));
        var naledi = fresh();
        naledi.post(link, Map.of("name", "Naledi", "password", PASSWORD));

        assertThat(location(naledi.get("/people"))).as("not signed in").endsWith("/sign-in");
        naledi.givePassword(invited, PASSWORD);
        assertThat(location(naledi.get("/people"))).endsWith("/second-factor");
        assertThat(location(naledi.get("/statements"))).endsWith("/second-factor");
    }

    @ParameterizedTest
    @DisplayName("NET-06 an invitation leads to the tenant's own host, whatever is claimed")
    @CsvSource({
        "Host, app.localhost:6666",
        "X-Forwarded-Host, evil.example",
        "Forwarded, host=evil.example"
    })
    void areInvitedToTheTenantsOwnHost(String header, String value) {
        var invited = UUID.randomUUID() + "@example.com";
        var form = "email=" + invited + "&role=MEMBER&_csrf=" + administrator.token();
        administrator.send(
                administrator
                        .request("/people")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .setHeader(header, value)
                        .POST(BodyPublishers.ofString(form)));

        assertThat(MailServer.await(invited, "Your invitation to Spike Portal"))
                .contains("https://" + HOST + ":" + port + "/invitation/")
                .doesNotContain("evil", "6666");
    }

    @Test
    @DisplayName("ATH-15 an invitation opens nothing once whoever was invited is disabled")
    void comeByNoInvitationOnceTheyAreDisabled() {
        var invited = UUID.randomUUID() + "@example.com";
        administrator.post("/people", Map.of("email", invited, "role", "MEMBER"));
        var link = MailServer.link(MailServer.await(invited, "Your invitation to Spike Portal"));
        var page = administrator.page("/people").select("a:containsOwn(" + invited + ")");
        administrator.post(page.attr("href") + "/disable", Map.of());

        assertThat(fresh().get(link).statusCode()).isEqualTo(404);
        assertThat(fresh().post(link, Map.of("name", "Naledi", "password", PASSWORD)).statusCode())
                .isEqualTo(404);
        assertThat(location(fresh().givePassword(invited, PASSWORD))).endsWith("?failed");
    }

    @Test
    @DisplayName("SES-05 who is disabled is out at once")
    void areDisabledAtOnce() {
        var session = fresh().signIn(email, PASSWORD);
        act("disable");
        assertThat(location(session.get("/statements"))).endsWith("/sign-in");
        assertThat(location(fresh().givePassword(email, PASSWORD))).endsWith("?failed");
        act("enable");
        assertThat(fresh().signIn(email, PASSWORD).get("/statements").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "SES-05 AUZ-02 AUZ-05 a changed role counts at the next request, and on the server")
    void changeRolesAtOnce() {
        var session = fresh().signIn(email, PASSWORD);
        administrator.post("/people/" + member.id() + "/role", Map.of("role", "VIEWER"));
        assertThat(location(session.get("/statements"))).endsWith("/sign-in");

        var viewer = fresh().signIn(email, PASSWORD);

        assertThat(viewer.get("/statements").statusCode()).isEqualTo(200);
        assertThat(viewer.post("/statements/sample", Map.of("kind", "proven")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepARoleThatIsOfferedNoMore(@Autowired TenantVersions versions) {
        var made = NewTenant.create(port, "roles");
        var boss = made.administrator(people, port);
        var viewer = people.add(made.id(), email, PASSWORD, Person.Role.VIEWER);
        versions.change(
                made.id(),
                files -> {
                    var fewer = new HashMap<>(files);
                    fewer.merge(
                            "tenant.yml",
                            "\nroles: {offered: [administrator, member]}\n",
                            String::concat);
                    return fewer;
                },
                "test",
                _ -> {});
        versions.refresh();
        var page = "/people/" + viewer.id();

        var selected = boss.page(page).select("#role option[selected]");

        assertThat(selected.eachAttr("value")).containsExactly("VIEWER");
        assertThat(location(boss.post(page + "/role", Map.of("role", "VIEWER"))))
                .endsWith("?notice=role");
        assertThat(boss.page("/people").select("#role option").eachAttr("value"))
                .doesNotContain("VIEWER");
        boss.post(page + "/role", Map.of("role", "MEMBER"));
        assertThat(boss.page(page).select("#role option").eachAttr("value"))
                .containsExactlyInAnyOrder("MEMBER", "ADMINISTRATOR");
    }

    @Test
    @DisplayName(
            "SES-05 AUZ-02 a sign-in in a session of before brings none of its role and factor")
    void bringNothingOfAnEndedSession() {
        var chief = UUID.randomUUID() + "@example.com";
        var added = people.add(SPIKE, chief, PASSWORD, Person.Role.ADMINISTRATOR);
        var session = fresh().signIn(chief, PASSWORD);
        assertThat(session.get("/people").statusCode()).isEqualTo(200);
        var token = session.token();
        administrator.post("/people/" + added.id() + "/role", Map.of("role", "MEMBER"));

        var form = "email=" + chief + "&password=" + PASSWORD.replace(' ', '+');
        assertThat(session.postWith(token, "/sign-in", form).statusCode())
                .as("the session is gone, and its form with it")
                .isEqualTo(403);
        session.givePassword(chief, PASSWORD);

        assertThat(location(session.get("/people"))).endsWith("/second-factor");
        session.post("/second-factor", Map.of("code", session.app(chief).next()));
        assertThat(session.get("/statements").statusCode()).isEqualTo(200);
        assertThat(session.get("/people").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("AUZ-02 members reach no page of administrators, by no verb")
    void keepMembersOut() {
        var session = fresh().signIn(email, PASSWORD);
        var id = member.id();
        assertThat(session.get("/people").statusCode()).isEqualTo(404);
        assertThat(session.get("/people/" + id).statusCode()).isEqualTo(404);
        for (var path :
                List.of("", "/" + id + "/role", "/" + id + "/disable", "/" + id + "/remove")) {
            assertThat(session.post("/people" + path, Map.of("role", "ADMINISTRATOR")).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(table.find(SPIKE, id).orElseThrow().person().role())
                .isEqualTo(Person.Role.MEMBER);
    }

    @Test
    @DisplayName("AUZ-02 OTP-07 people of another tenant do not exist, nor does acting on oneself")
    void stayWithinTheTenant() {
        var stranger =
                people.add(
                        new TenantId("acme"),
                        UUID.randomUUID() + "@example.com",
                        PASSWORD,
                        Person.Role.MEMBER);
        var self =
                administrator.page("/people").select("tbody tr").stream()
                        .filter(row -> row.text().contains("Administrator"))
                        .map(row -> row.select("a").attr("href"))
                        .toList();
        for (var id : List.of(stranger.id().toString(), UUID.randomUUID().toString(), "x")) {
            assertThat(administrator.get("/people/" + id).statusCode()).isEqualTo(404);
            for (var act : List.of("disable", "factor-reset", "sessions-end", "remove")) {
                assertThat(administrator.post("/people/" + id + "/" + act, Map.of()).statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(self).isNotEmpty();
        assertThat(
                        administrator
                                .post(
                                        "/people/" + member.id() + "/role",
                                        Map.of("role", "OPERATOR"))
                                .statusCode())
                .as("roles of the console are not a tenant's to give")
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "OTP-08 a factor is reset by an administrator, who leaves a trace; the person is told")
    void haveTheirFactorReset() {
        var session = fresh().signIn(email, PASSWORD);
        session.enrol(email, PASSWORD);

        act("factor-reset");

        assertThat(trail.newest(SPIKE, za.co.spikedata.audit.Asked.action("factor.reset"), 0, 50))
                .anyMatch(event -> event.subject().equals(member.id().toString()));
        assertThat(location(session.get("/statements"))).endsWith("/sign-in");
        var again = fresh();
        again.givePassword(email, PASSWORD);
        assertThat(again.get("/statements").statusCode()).isEqualTo(200);
        MailServer.await(email, "Your second factor at Spike Portal was reset");
    }

    @Test
    @DisplayName(
            "OTP-08 SES-05 turning the factor off takes password and code, ends other sessions")
    void turnTheirFactorOff() {
        var session = fresh().signIn(email, PASSWORD);
        session.enrol(email, PASSWORD);
        MailServer.await(email, "Authenticator added at");
        var other = fresh();
        other.givePassword(email, PASSWORD);
        other.post("/second-factor", Map.of("code", session.app(email).next()));
        assertThat(other.get("/statements").statusCode()).isEqualTo(200);
        String code = session.app(email).next();
        assertThat(location(off(session, "wrong", code))).endsWith("problem=proof");
        assertThat(location(off(session, PASSWORD, "000000"))).endsWith("problem=factor");
        assertThat(location(off(session, PASSWORD, code))).endsWith("notice=factor-off");
        assertThat(session.get("/statements").statusCode()).isEqualTo(200);
        assertThat(location(other.get("/statements"))).endsWith("/sign-in");
        MailServer.await(email, "Authenticator turned off");
    }

    @Test
    @DisplayName("V6.2.3 SES-05 a password changes with the old one alone, and ends other sessions")
    void changeTheirPassword() {
        var other = fresh().signIn(email, PASSWORD);
        var session = fresh().signIn(email, PASSWORD);
        var fresh = "three lamps beside a harbour";
        assertThat(
                        location(
                                session.post(
                                        "/profile/password",
                                        Map.of("password", "wrong", "fresh", fresh))))
                .endsWith("problem=proof");
        session.post("/profile/password", Map.of("password", PASSWORD, "fresh", fresh));
        assertThat(session.get("/statements").statusCode()).isEqualTo(200);
        assertThat(location(other.get("/statements"))).endsWith("/sign-in");
        assertThat(location(fresh().givePassword(email, PASSWORD))).endsWith("?failed");
        assertThat(location(fresh().givePassword(email, fresh))).doesNotEndWith("?failed");
    }

    @Test
    void changeTheirEmailWhenBothAddressesSayYes() {
        var session = fresh().signIn(email, PASSWORD);
        var later = "later-" + email;
        session.post("/profile/email", Map.of("password", PASSWORD, "email", later));
        var old = MailServer.link(MailServer.await(email, "Change of your e-mail"));
        var fresh = MailServer.link(MailServer.await(later, "Confirm your e-mail"));
        assertThat(fresh().get(old).statusCode()).isEqualTo(200);

        assertThat(fresh().post(fresh, Map.of()).body()).contains("the other address");
        assertThat(location(fresh().givePassword(later, PASSWORD))).endsWith("?failed");
        assertThat(fresh().post(old, Map.of()).body()).contains("is changed");

        assertThat(location(fresh().givePassword(later, PASSWORD))).doesNotEndWith("?failed");
        assertThat(location(session.get("/statements"))).endsWith("/sign-in");
        MailServer.await(email, "Your e-mail at Spike Portal was changed");
        MailServer.await(later, "Your e-mail at Spike Portal was changed");
    }

    @Test
    void changeTheirEmailThoughBothAddressesSayYesAtOnce(@Autowired EmailChanges changes)
            throws Exception {
        var spike = tenants.find(SPIKE).orElseThrow().tenant();
        for (int round = 0; round < 5; round++) {
            var someone = UUID.randomUUID() + "@example.com";
            var asking = people.add(SPIKE, someone, PASSWORD, Person.Role.MEMBER);
            changes.ask(spike, asking, "later-" + someone);
            var tokens =
                    List.of(
                            token(MailServer.await(someone, "Change of your e-mail")),
                            token(MailServer.await("later-" + someone, "Confirm your e-mail")));

            var start = new CountDownLatch(1);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var outcomes =
                        tokens.stream()
                                .map(token ->
                                        both.submit(() -> {
                                            start.await();
                                            return changes.confirm(spike, token);
                                        }))
                                .toList();
                start.countDown();
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder(
                                EmailChanges.Outcome.WAITS, EmailChanges.Outcome.DONE);
            }
        }
    }

    private static String token(String mail) {
        return MailServer.link(mail).replaceFirst(".*/", "");
    }

    @Test
    @DisplayName("V7.5.2 people see their sessions and end them")
    void endTheirSessions() {
        var session = fresh().signIn(email, PASSWORD);
        var other = fresh().signIn(email, PASSWORD);
        var page = session.page("/profile");
        assertThat(page.select("form[action$=/end]")).hasSize(1);
        assertThat(page.html()).doesNotContain(other.cookies().split("=")[1]);
        session.post(page.select("form[action$=/end]").attr("action"), Map.of());
        assertThat(location(other.get("/statements"))).endsWith("/sign-in");
        assertThat(session.get("/statements").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("SES-08 of more than ten sessions the oldest ends")
    void haveTenSessions() {
        var oldest = fresh().signIn(email, PASSWORD);
        for (int i = 0; i < 10; i++) {
            fresh().signIn(email, PASSWORD);
        }
        assertThat(location(oldest.get("/statements"))).endsWith("/sign-in");
    }

    @Test
    @DisplayName("SES-03 sign-out ends the session at once and clears what the browser keeps")
    void signOut() {
        var session = fresh().signIn(email, PASSWORD);
        var cookie = session.cookies();
        var answer = session.post("/sign-out", Map.of());
        assertThat(answer.headers().firstValue("Clear-Site-Data").orElseThrow())
                .contains("\"cache\"");
        var old = fresh();
        assertThat(location(old.send(old.request("/statements").header("Cookie", cookie).GET())))
                .endsWith("/sign-in");
    }

    @Test
    @DisplayName("SES-05 who is removed is out, with every statement")
    void areRemovedWithTheirStatements() {
        var session = fresh().signIn(email, PASSWORD);
        session.post("/statements/sample", Map.of("kind", "proven"));
        assertThat(
                        location(
                                administrator.post(
                                        "/people/" + member.id() + "/remove",
                                        Map.of("typed", "somebody"))))
                .endsWith("notice=typed");
        assertThat(
                        location(
                                administrator.post(
                                        "/people/" + member.id() + "/remove",
                                        Map.of("typed", email))))
                .endsWith("notice=removed");
        assertThat(location(session.get("/statements"))).endsWith("/sign-in");
        assertThat(table.find(SPIKE, member.id())).isEmpty();
        assertThat(administrator.get("/people/" + member.id()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("V7.4.5 an administrator ends everybody's sessions, after the password again")
    void endEverybodysSessions() {
        var session = fresh().signIn(email, PASSWORD);
        var neighbour = new Browserless(port, "acme.localhost").signIn();

        assertThat(location(administrator.post("/people/sessions-end", Map.of("password", "no"))))
                .endsWith("notice=proof");
        assertThat(session.get("/statements").statusCode()).isEqualTo(200);
        assertThat(
                        location(
                                administrator.post(
                                        "/people/sessions-end", Map.of("password", PASSWORD))))
                .endsWith("notice=everybody");

        assertThat(location(session.get("/statements"))).endsWith("/sign-in");
        assertThat(administrator.get("/people").statusCode()).isEqualTo(200);
        assertThat(neighbour.get("/statements").statusCode()).isEqualTo(200);
    }

    private void act(String what) {
        assertThat(administrator.post("/people/" + member.id() + "/" + what, Map.of()).statusCode())
                .isEqualTo(302);
    }

    private static java.net.http.HttpResponse<String> off(
            Browserless session, String password, String code) {
        return session.post("/profile/factor/off", Map.of("password", password, "code", code));
    }

    private Browserless fresh() {
        return new Browserless(port, HOST);
    }
}
