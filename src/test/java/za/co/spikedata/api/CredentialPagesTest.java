package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Locks;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class CredentialPagesTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String UNFIT = "{}";
    private static final String LET_IN = "error/common/dev/invalid-inputs";
    private static final String TOO_MANY = "error/common/access/exceeded-max-concurrent-requests";
    private static final String REFUSED = "error/common/dev/authorization";

    /** After which a pace of two a minute lets one more in. */
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private CredentialTable table;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;
    private Browserless administrator;

    @BeforeEach
    void anAdministratorSignsIn() {
        var email = "keys-" + UUID.randomUUID() + "@example.com";
        people.add(ACME, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        administrator = new Browserless(port, "acme.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @Test
    void giveProgramsATokenThatIsShownOnce() {
        var name = "till " + UUID.randomUUID();
        var token = make(name, "TOKEN").select("code").text().replace("Authorization: Bearer ", "");

        assertThat(code(new Program(port).bearing(token))).isEqualTo(LET_IN);
        var list = administrator.get("/api-keys").body();
        assertThat(list).contains(name).doesNotContain(token);
        assertThat(row(name).text()).contains("In use").doesNotContain("Never");
    }

    @Test
    void replaceAPairWithoutEndingTheOldOne() {
        var name = "pair " + UUID.randomUUID();
        var old = pair(make(name, "PAIR"));
        var next = pair(Jsoup.parse(administrator.post(action(name, "rotate"), Map.of()).body()));

        assertThat(next).isNotEqualTo(old);
        assertThat(code(new Program(port).with(old))).isEqualTo(LET_IN);
        assertThat(code(new Program(port).with(next))).isEqualTo(LET_IN);
        assertThat(administrator.page("/api-keys").select("tbody tr:contains(" + name + ")"))
                .extracting(row -> row.text().contains("Replaced, in use until you revoke it"))
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void revokeFromTheNextRequestOn() {
        var name = "gone " + UUID.randomUUID();
        var secret = pair(make(name, "PAIR"));

        var answer = administrator.post(action(name, "revoke"), Map.of());

        assertThat(Browserless.location(answer)).endsWith("/api-keys?notice=revoked");
        assertThat(code(new Program(port).with(secret))).isEqualTo(REFUSED);
        assertThat(row(name).text()).contains("Revoked");
    }

    @Test
    void readOnlyWhatTheyMay() {
        var secret =
                pair(
                        Jsoup.parse(
                                administrator
                                        .post(
                                                "/api-keys",
                                                Map.of(
                                                        "name", "csv", "kind", "PAIR", "scopes",
                                                        "csv", "most", "1", "length", "month"))
                                        .body()));

        assertThat(code(new Program(port).with(secret))).isEqualTo(REFUSED);
    }

    @Test
    void holdEachToItsOwnRequestsAMinute() {
        var name = "slow " + UUID.randomUUID();
        var fields = new HashMap<>(fields(name, "PAIR"));
        fields.put("pace", "1");
        var slow =
                new Program(port)
                        .with(pair(Jsoup.parse(administrator.post("/api-keys", fields).body())));
        var other = new Program(port).with(pair(make("quick " + UUID.randomUUID(), "PAIR")));

        var first = slow.post("/pdf2", UNFIT);
        assertThat(first.body()).contains(LET_IN);
        assertThat(first.headers().firstValue("RateLimit-Policy").orElse(""))
                .startsWith("\"requests\";q=1;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElse(""))
                .startsWith("\"requests\";r=0;");
        var refused = refused(slow.with("Prefer", "status=http"));
        assertThat(refused.body()).contains(TOO_MANY);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(code(other)).isEqualTo(LET_IN);

        assertThat(row(name).select("input[name=pace]").val()).isEqualTo("1");
        assertThat(Browserless.location(limit(name, ""))).endsWith("?notice=limited");
        assertThat(code(slow)).isEqualTo(LET_IN);
    }

    @Test
    void giveNoSecondPaceWhileOneReplacesAnother() {
        var name = "slow " + UUID.randomUUID();
        var fields = new HashMap<>(fields(name, "PAIR"));
        fields.put("pace", "2");
        var old =
                new Program(port)
                        .with(pair(Jsoup.parse(administrator.post("/api-keys", fields).body())));
        var next =
                new Program(port)
                        .with(
                                pair(
                                        Jsoup.parse(
                                                administrator
                                                        .post(action(name, "rotate"), Map.of())
                                                        .body())));

        var before = Instant.now();
        assertThat(left(old)).isEqualTo(1);
        int left = left(next);
        long returned = Duration.between(before, Instant.now()).dividedBy(HALF_A_MINUTE);
        assertThat(left).as("of two a minute").isLessThanOrEqualTo((int) returned);
    }

    @Test
    void keepThePaceThatIsGivenWhileOneIsReplaced() throws Exception {
        var name = "slow " + UUID.randomUUID();
        make(name, "PAIR");
        var rotate = action(name, "rotate");
        var id = UUID.fromString(rotate.split("/")[2]);
        try (var other = Executors.newSingleThreadExecutor()) {
            var rotated =
                    database.callAlone(
                            ACME,
                            Credentials.PACES,
                            () -> {
                                var waiting =
                                        other.submit(() -> administrator.post(rotate, Map.of()));
                                Locks.awaitSomebody(jdbc);
                                table.limit(ACME, id, new Pace(Optional.of(3)));
                                return waiting;
                            });
            assertThat(rotated.get().statusCode()).isEqualTo(200);
        }

        assertThat(
                        table.all(ACME).stream()
                                .filter(each -> each.name().equals(name))
                                .map(each -> each.pace().own()))
                .containsExactly(Optional.of(3), Optional.of(3));
    }

    private static int left(Program program) {
        var told = program.post("/pdf2", UNFIT).headers().firstValue("RateLimit").orElseThrow();
        return Integer.parseInt(told.replaceAll(".*;r=(\\d+);.*", "$1"));
    }

    /** A minute lets one in again, so that a slow machine may have to ask more than once. */
    private static HttpResponse<String> refused(Program program) {
        return Stream.generate(() -> program.post("/pdf2", UNFIT))
                .limit(20)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void limitNothingBeyondThePlan() {
        var name = "beyond " + UUID.randomUUID();
        make(name, "PAIR");

        for (var wrong : List.of("0", "-1", "1.5", "1000001", "99999999", "many")) {
            assertThat(Browserless.location(limit(name, wrong)))
                    .as(wrong)
                    .endsWith("?notice=invalid");
        }
        assertThat(row(name).select("input[name=pace]").val()).isEmpty();
    }

    private HttpResponse<String> limit(String name, String pace) {
        return administrator.post(action(name, "limit"), Map.of("pace", pace));
    }

    @Test
    void refuseWhatTheFormDoesNotOffer() {
        for (var wrong :
                Map.of(
                                "most", "17", "pace", "0", "kind", "OTHER", "length", "ever",
                                "scopes", "all", "name", " ")
                        .entrySet()) {
            var fields = new HashMap<>(fields("x", "CLIENT"));
            fields.put("most", "7");
            fields.put("length", "quarter");
            fields.put(wrong.getKey(), wrong.getValue());
            var refused = Jsoup.parse(administrator.post("/api-keys", fields).body());
            var form = refused.select("form[action=/api-keys]");
            assertThat(form.select("[aria-invalid]").eachAttr("id"))
                    .containsExactly(wrong.getKey());
            assertThat(form.select("#" + wrong.getKey() + "-problem").text()).isNotEmpty();
            fields.remove(wrong.getKey());
            fields.remove("scopes");
            fields.forEach((field, typed) ->
                    assertThat(form.select("input#%1$s, #%1$s [selected]".formatted(field)).val())
                            .as("what was typed stays: " + field)
                            .isEqualTo(typed));
        }
    }

    private Document make(String name, String kind) {
        return Jsoup.parse(administrator.post("/api-keys", fields(name, kind)).body());
    }

    private static Map<String, String> fields(String name, String kind) {
        return Map.of(
                "name", name, "kind", kind, "scopes", "pdf csv", "most", "8", "length", "month");
    }

    private static Secret pair(Document made) {
        var keys = made.select("code").eachText();
        return Secret.of(
                        keys.get(0).replace("x-api-key: ", ""),
                        keys.get(1).replace("x-user-key: ", ""))
                .orElseThrow();
    }

    private org.jsoup.nodes.Element row(String name) {
        return administrator.page("/api-keys").select("tbody tr").stream()
                .filter(row -> row.text().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private String action(String name, String what) {
        return row(name).select("form[action$=/" + what + "]").attr("action");
    }

    private static String code(Program program) {
        return program.envelope("/pdf2", UNFIT).get("code").stringValue();
    }
}
