package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.audit.Asked;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;
import za.co.spikedata.tenancy.TenantId;

/** How sessions begin, move and end. */
@PortalTest
class SessionsTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");
    private static final String COOKIE = "__Host-session=";

    /** More lines of one action than all tests together leave. */
    private static final int MOST = 10_000;

    /** What a busy machine may take for one request. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private AuditTrail trail;
    @Autowired @FlywayDataSource private DataSource owner;

    private Person person;
    private Browserless browser;

    @BeforeEach
    void signIn() {
        var email = "sessions-" + UUID.randomUUID() + "@example.com";
        person = people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        browser = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @ParameterizedTest
    @DisplayName("SES-02 an id of the client's own choice is never taken")
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1", "../..", "a'--"})
    void takesNoChosenId(String chosen) {
        var stranger = new Browserless(port, "app.localhost");

        var answer =
                stranger.send(stranger.request("/sign-in").header("Cookie", COOKIE + chosen).GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(1)
                .allMatch(cookie -> cookie.startsWith(COOKIE))
                .noneMatch(cookie -> cookie.startsWith(COOKIE + chosen + "."));
    }

    @Test
    @DisplayName("SES-02 an id in the address is refused")
    void takesNoIdFromTheAddress() {
        for (var path : List.of("/sign-in", "/statements", "/")) {
            for (var name : List.of("jsessionid", "JSESSIONID", "__Host-session", "session")) {
                var asked = "GET " + path + ";" + name + "=" + id() + " HTTP/1.1\r\n";
                assertThat(Wire.ask(port, asked + "Host: app.localhost\r\n\r\n").status())
                        .as(path + ";" + name)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    @DisplayName("SES-04 a session nobody uses ends after half an hour, and not before")
    void endsIdleSessions() {
        lastUsed(Duration.ofMinutes(30).minus(SLACK));
        assertThat(browser.get("/statements").statusCode()).isEqualTo(200);

        lastUsed(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(location(browser.get("/statements"))).endsWith("/sign-in");
    }

    @Test
    @DisplayName("SES-04 however busy, a session ends after twelve hours, and not before")
    void endsOldSessions() {
        begun(Duration.ofHours(12).minus(SLACK));
        assertThat(browser.get("/statements").statusCode()).isEqualTo(200);

        begun(Duration.ofHours(12).plusSeconds(1));
        assertThat(location(browser.get("/statements"))).endsWith("/sign-in");
    }

    private void lastUsed(Duration ago) {
        long then = Instant.now(Clock.systemUTC()).minus(ago).toEpochMilli();
        change(
                "last_access_time = :then, expiry_time = :then + max_inactive_interval * 1000",
                then);
    }

    private void begun(Duration ago) {
        change("creation_time = :then", Instant.now(Clock.systemUTC()).minus(ago).toEpochMilli());
    }

    private void change(String what, long then) {
        int changed =
                JdbcClient.create(owner)
                        .sql("update spring_session set " + what + " where session_id = :id")
                        .param("then", then)
                        .param("id", id())
                        .update();
        assertThat(changed).isOne();
    }

    @Test
    @DisplayName("SES-06 a session used from elsewhere goes on, and is written down once")
    void writesDownWhereSessionsMove() {
        var elsewhere = new Browserless(port, "app.localhost", "127.5.0.1");
        elsewhere.carry(browser.cookies());

        assertThat(elsewhere.get("/statements").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/statements").statusCode()).isEqualTo(200);
        assertThat(moves()).as("another address").isEqualTo(1);

        elsewhere.send(elsewhere.request("/profile").header("User-Agent", "Firefox/1").GET());
        assertThat(moves()).as("another browser").isEqualTo(2);
    }

    private long moves() {
        return trail.newest(SPIKE, Asked.action("session.moved"), 0, MOST).stream()
                .filter(event -> event.actor().equals(person.id().toString()))
                .count();
    }

    @ParameterizedTest
    @DisplayName(
            "SES-10 a session of one tenant is none on another's host, and that is written down")
    @CsvSource({"acme.localhost, true", "acme.localhost, false", "admin.localhost, true"})
    void endsAtTheHost(String host, boolean isSignedIn) {
        var mine = isSignedIn ? browser : new Browserless(port, "app.localhost");
        mine.get("/sign-in");
        mine.token();
        var there = new Browserless(port, host);
        long before = foreign(SPIKE);
        long beforeThere = foreign(ACME);

        var first = ask(there, mine.cookies());
        var second = ask(there, mine.cookies());

        for (var answer : List.of(first, second)) {
            assertThat(location(answer)).endsWith("/sign-in");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .noneMatch(cookie -> cookie.startsWith(COOKIE + id(mine)));
        }
        assertThat(foreign(SPIKE)).as("once for a session").isEqualTo(before + 1);
        if (host.equals("acme.localhost")) {
            assertThat(foreign(ACME)).isEqualTo(beforeThere + 1);
        }
        assertThat(mine.get("/sign-in").headers().allValues("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> ask(Browserless there, String cookies) {
        return there.send(there.request("/statements").header("Cookie", cookies).GET());
    }

    private long foreign(TenantId tenant) {
        return trail.newest(tenant, Asked.action("session.elsewhere"), 0, MOST).size();
    }

    private String id() {
        return id(browser);
    }

    private static String id(Browserless browser) {
        return browser.cookies().replaceFirst(".*" + COOKIE + "([^;.]*).*", "$1");
    }
}
