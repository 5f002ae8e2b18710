package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantId;

/** Asks every route the server has with sessions that are not, or no longer, worth a sign-in. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LesserSessionsTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");
    private static final String FACTOR = "/second-factor";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonNames names;
    @Autowired private Suspensions suspensions;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private JdbcClient owner;
    private Browserless factorPending;
    private Browserless factorMissing;
    private Browserless ofTheSuspended;
    private final Map<String, Gone> over = new LinkedHashMap<>();
    private final Map<Browserless, String> tokens = new HashMap<>();

    /** What is left of a session: its cookie, and the token of its forms. */
    private record Gone(String cookie, String token) {}

    @BeforeAll
    void everybodyArrives() {
        owner = JdbcClient.create(owners);
        var email = add(SPIKE, Person.Role.ADMINISTRATOR);
        factorMissing = client("app.localhost");
        factorMissing.givePassword(add(SPIKE, Person.Role.ADMINISTRATOR), PortalTest.PASSWORD);
        client("app.localhost").signIn(email, PortalTest.PASSWORD);
        factorPending = client("app.localhost");
        factorPending.givePassword(email, PortalTest.PASSWORD);
        over.put("disabled", end("update identity_person set state = 'DISABLED' where id = :who"));
        over.put("removed", end("delete from identity_person where id = :who"));
        over.put(
                "begun thirteen hours ago",
                endSession("update spring_session set creation_time = creation_time - 46800000"));
        over.put(
                "unused for too long",
                endSession(
                        "update spring_session set last_access_time = last_access_time - 1860000"));
        ofTheSuspended =
                client("acme.localhost")
                        .signIn(add(ACME, Person.Role.ADMINISTRATOR), PortalTest.PASSWORD);
    }

    @AfterAll
    void opensAgain() {
        suspensions.end(ACME);
    }

    static Stream<Route> routes() {
        return Matrix.ROUTES.stream().filter(route -> route.access() != Route.Access.EVERYBODY);
    }

    @ParameterizedTest(name = "SES-07 TEN-03 answers {0} to nobody whose second factor is pending")
    @MethodSource("routes")
    void waitsForTheFactor(Route route) {
        var answer = ask(factorPending, route);

        if (route.pattern().startsWith(FACTOR) && !route.pattern().startsWith(FACTOR + "/enrol")) {
            assertThat(answer.statusCode()).isNotIn(401, 404).isLessThan(500);
            assertThat(Browserless.location(answer)).doesNotEndWith("/sign-in");
        } else {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browserless.location(answer)).endsWith(FACTOR);
        }
    }

    @ParameterizedTest(name = "SES-07 answers {0} to nobody who has yet to add a second factor")
    @MethodSource("routes")
    void waitsForEnrolment(Route route) {
        var answer = ask(factorMissing, route);

        if (!route.pattern().startsWith(FACTOR)) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browserless.location(answer)).endsWith(FACTOR);
        }
    }

    @ParameterizedTest(name = "TEN-03 SES-05 answers {0} to no session that is over")
    @MethodSource("routes")
    void sendsWhoIsOutToSignIn(Route route) {
        over.forEach((why, gone) -> {
            var session = client("app.localhost");
            session.carry(gone.cookie());
            tokens.put(session, gone.token());
            var answer = ask(session, route);
            if (answer.statusCode() != 403) {
                assertThat(answer.statusCode()).as(why).isEqualTo(302);
                assertThat(Browserless.location(answer)).as(why).endsWith("/sign-in");
            }
        });
    }

    @ParameterizedTest(name = "TEN-03 answers {0} to nobody of a suspended tenant")
    @MethodSource("routes")
    void closesASuspendedTenant(Route route) {
        suspensions.begin(ACME, "unpaid");
        try {
            var asked = ask(ofTheSuspended, route);
            assertThat(asked.statusCode()).isEqualTo(403);
            assertThat(asked.body()).contains("closed for now").doesNotContain("unpaid");
        } finally {
            suspensions.end(ACME);
        }
    }

    @Test
    @DisplayName("TEN-03 lets nobody sign in to a suspended tenant, and tells whom to write to")
    void closesTheDoor() {
        suspensions.begin(ACME, "unpaid");
        try {
            var stranger = client("acme.localhost");
            assertThat(stranger.get("/sign-in").statusCode()).isEqualTo(403);
            assertThat(stranger.get("/reset").statusCode()).isEqualTo(403);
            assertThat(stranger.get("/security").statusCode()).isEqualTo(200);
            assertThat(client("app.localhost").get("/sign-in").statusCode()).isEqualTo(200);
        } finally {
            suspensions.end(ACME);
        }
    }

    @Test
    @DisplayName("TEN-04 an Authorization header opens nothing, whatever it holds")
    void takesNoToken() {
        var right = PortalTest.EMAIL + ":" + PortalTest.PASSWORD;
        var basic = Base64.getEncoder().encodeToString(right.getBytes(StandardCharsets.UTF_8));
        for (var credential :
                List.of(
                        "Basic " + basic,
                        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0aGFuZGlAZXhhbXBsZS5jb20ifQ.",
                        "Bearer " + basic,
                        "ApiKey " + basic)) {
            var stranger = client("app.localhost");
            var answer =
                    stranger.send(
                            stranger.request("/statements")
                                    .header("Authorization", credential)
                                    .GET());
            assertThat(answer.statusCode()).as(credential).isEqualTo(401);
        }
    }

    private HttpResponse<String> ask(Browserless client, Route route) {
        var values = new LinkedHashMap<>(route.plain());
        route.ids().keySet().forEach(name -> values.put(name, UUID.randomUUID().toString()));
        var path = route.path(values);
        return route.method().equals("GET")
                ? client.get(path)
                : client.postWith(
                        tokens.computeIfAbsent(client, Browserless::token),
                        path,
                        values.entrySet().stream()
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining("&")));
    }

    private Gone end(String sql) {
        var email = add(SPIKE, Person.Role.MEMBER);
        var session = client("app.localhost").signIn(email, PortalTest.PASSWORD);
        assertThat(session.get("/statements").statusCode()).isEqualTo(200);
        var gone = new Gone(session.cookies(), session.token());
        var id = UUID.fromString(names.find(SPIKE, email).orElseThrow());
        assertThat(owner.sql(sql).param("who", id).update()).isOne();
        return gone;
    }

    private Gone endSession(String sql) {
        return end(
                sql
                        + """
                         where principal_name = (select tenant_id || '/' || id
                            from identity_person where id = :who)
                        """);
    }

    private String add(TenantId tenant, Person.Role role) {
        var email = "lesser-" + UUID.randomUUID() + "@example.com";
        people.add(tenant, email, PortalTest.PASSWORD, role);
        return email;
    }

    private Browserless client(String host) {
        return new Browserless(port, host);
    }
}
