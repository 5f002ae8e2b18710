package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;

/** A host that another tenant has from now on brings nothing of the tenant it was of. */
@PortalTest
class MovedHostsTest {
    private static final String BY = "00000000-0000-0000-0000-000000000001";
    private static final String ASKED = "{}";

    @LocalServerPort private int port;
    @Autowired private TenantVersions versions;
    @Autowired private People people;

    private final String name = "mh-" + UUID.randomUUID().toString().substring(0, 8);
    private final String host = name + ".localhost";
    private final TenantId before = new TenantId(name + "-a");
    private final TenantId after = new TenantId(name + "-b");
    private final String email = name + "@example.com";
    private Browserless session;

    @BeforeEach
    void arrive() {
        serve(before, host);
        people.add(before, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        session = new Browserless(port, host).signIn(email, PortalTest.PASSWORD);
        assertThat(session.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("TEN-14 a session, a link and a password of the tenant before open nothing")
    void bringsNobodyAlong() {
        new Browserless(port, host).post("/reset", Map.of("email", email));
        var link = MailServer.link(MailServer.await(email, "A new password"));
        var statement = location(session.post("/statements/sample", Map.of("kind", "proven")));
        assertThat(new Browserless(port, host).get(link).statusCode()).isEqualTo(200);
        assertThat(session.get(statement).statusCode()).as(statement).isEqualTo(200);

        move();

        assertThat(location(session.get("/people"))).endsWith("/sign-in");
        assertThat(location(session.get(statement))).endsWith("/sign-in");
        assertThat(new Browserless(port, host).get(link).statusCode()).isEqualTo(404);
        var again = new Browserless(port, host).givePassword(email, PortalTest.PASSWORD);
        assertThat(location(again)).endsWith("?failed");
        var newcomer = UUID.randomUUID() + "@example.com";
        people.add(after, newcomer, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        var owner = new Browserless(port, host).signIn(newcomer, PortalTest.PASSWORD);
        assertThat(owner.page("/people").text()).contains(newcomer).doesNotContain(email);
        assertThat(owner.get(statement).statusCode()).isEqualTo(404);
        assertThat(owner.page("/audit").select("tbody").text()).doesNotContain(email);
    }

    @Test
    @DisplayName("TEN-14 a token that names the host as its issuer opens neither tenant")
    void letsNoTokenAlong() {
        var fields =
                Map.of(
                        "name", "till", "kind", "TOKEN", "scopes", "pdf", "most", "1", "length",
                        "month");
        var made = Jsoup.parse(session.post("/api-keys", fields).body()).select(".keys code");
        var authorization = made.text().replace("Authorization: ", "");
        assertThat(status(authorization)).as("lets it in").isEqualTo(422);

        move();

        assertThat(status(authorization)).isEqualTo(401);
    }

    private int status(String authorization) {
        var program = new Browserless(port, "api.localhost");
        return program.send(
                        program.request("/pdf2")
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .setHeader("Accept", "application/json")
                                .header("Prefer", "status=http")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(ASKED)))
                .statusCode();
    }

    private void move() {
        serve(before, "old-" + host);
        serve(after, host);
    }

    private void serve(TenantId tenant, String where) {
        var settings =
                """
                name: %s
                demo: true
                hosts: ["%s"]
                mail: {from-name: Some, from-address: some@example.com}
                support: {email: help@example.com}
                """
                        .formatted(tenant.value().toUpperCase(java.util.Locale.ROOT), where);
        var version = versions.save(tenant, Map.of("tenant.yml", settings), BY, _ -> {});
        versions.apply(tenant, version, "test", _ -> {});
    }
}
