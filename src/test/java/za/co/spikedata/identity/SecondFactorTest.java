package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.AuthenticatorApp;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** The checks OTP and those of SES that concern the step after the password. */
@PortalTest
class SecondFactorTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";
    private static final String PASSWORD = "a quiet river under stones";

    /** What needs no sign-in, signing out, and the second factor itself. */
    private static final Pattern FOR_EVERYBODY =
            Pattern.compile(
                    "/sign-(in|out)|/second-factor(/passkey.*)?|/security|/\\.well-known/.*|/error"
                            + "|/(reset|invitation|email|brand)(/.*)?");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonNames names;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;

    private String email;
    private Browserless someone;

    @BeforeEach
    void add() {
        email = UUID.randomUUID() + "@example.com";
        people.add(SPIKE, email, PASSWORD, Person.Role.MEMBER);
        someone = new Browserless(port, HOST).signIn(email, PASSWORD);
    }

    @Test
    @DisplayName("OTP-01 the code is RFC 6238's, and the address tells issuer, account and how")
    void speaksTheStandard() {
        // Appendix B of RFC 6238, SHA-1, the last six of eight digits.
        var secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(TimeCodes.code(secret, 59 / 30)).isEqualTo("287082");
        assertThat(TimeCodes.code(secret, 1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(TimeCodes.code(secret, 20_000_000_000L / 30)).isEqualTo("353130");

        someone.post("/second-factor/enrol", Map.of("password", PASSWORD));
        var page = someone.page("/second-factor/enrol/code");
        assertThat(page.select("a[href^=otpauth]").attr("href"))
                .startsWith("otpauth://totp/Spike%20Portal%3A")
                .contains("issuer=Spike%20Portal", "algorithm=SHA1", "digits=6", "period=30")
                .contains("secret=" + page.select(".secret").text().replace(" ", ""));
        assertThat(page.select("img.qr").attr("src")).isEqualTo("/second-factor/enrol/picture.png");
        var picture = someone.get("/second-factor/enrol/picture.png");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @Test
    @DisplayName("OTP-02 of a code given fifty times at once, one opens")
    void takesACodeOnce() throws Exception {
        someone.enrol(email, PASSWORD);
        var code = someone.app(email).next();
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 50; i++) {
            // Each from a device of its own would be locked; what counts here is the step.
            var half = i < 4 ? halfway() : null;
            if (half != null) {
                tries.add(() -> location(half.post("/second-factor", Map.of("code", code))));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(answer -> !answer.endsWith("?failed")).hasSize(1);
        }
        assertThat(location(halfway().post("/second-factor", Map.of("code", code))))
                .endsWith("?failed");
    }

    @Test
    @DisplayName("OTP-02 fifty takers of one step on the database, one is told yes")
    void takesAStepOnce(@Autowired AuthenticatorTable table) throws Exception {
        someone.enrol(email, PASSWORD);
        var id = id();
        long step = someone.app(email).currentStep() + 5;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var takers = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 50; i++) {
                takers.add(() -> table.take(SPIKE, id, step));
            }
            int yes = 0;
            for (var answer : threads.invokeAll(takers)) {
                yes += answer.get() ? 1 : 0;
            }
            assertThat(yes).isEqualTo(1);
        }
        assertThat(table.take(SPIKE, id, step - 1)).as("OTP-11: a clock set back").isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-10, -3, -2, -1, 0, 1, 2, 3, 10})
    @DisplayName("OTP-03 only the step before, the current and the next are taken")
    void takesOnlyTheWindow(long away) {
        var secret = TimeCodes.newSecret();
        var now = java.time.Instant.ofEpochSecond(1_800_000_015);
        long step = 1_800_000_015 / 30 + away;

        var found = TimeCodes.step(secret, TimeCodes.code(secret, step), now, 0);

        assertThat(found.isPresent()).isEqualTo(Math.abs(away) <= 1);
        assertThat(TimeCodes.step(secret, TimeCodes.code(secret, step), now, step)).isEmpty();
    }

    @Test
    @DisplayName("OTP-04 five wrong codes lock, whatever session they come from")
    void locksAfterWrongCodes() {
        someone.enrol(email, PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(location(halfway().post("/second-factor", Map.of("code", "000000"))))
                    .endsWith("?failed");
        }

        var right = someone.app(email).next();

        assertThat(location(halfway().post("/second-factor", Map.of("code", right))))
                .endsWith("?failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12 34 56", "١٢٣٤٥٦", "null", "-12345", "1e5"})
    @DisplayName("OTP-05 what is no code is refused and counted")
    void refusesWhatIsNoCode(String odd) {
        someone.enrol(email, PASSWORD);
        var half = halfway();
        for (int i = 0; i < 5; i++) {
            assertThat(location(half.post("/second-factor", Map.of("code", odd))))
                    .endsWith("?failed");
        }

        assertThat(location(half.post("/second-factor", Map.of("code", app().next()))))
                .endsWith("?failed");
    }

    @Test
    @DisplayName("OTP-06 enrolment asks for the password and a right code; the secret is told once")
    void enrolsCarefully() {
        someone.post("/second-factor/enrol", Map.of("password", "not this"));
        assertThat(location(someone.get("/second-factor/enrol/code"))).endsWith("/enrol");
        someone.post("/second-factor/enrol", Map.of("password", PASSWORD));
        var secret = someone.page("/second-factor/enrol/code").select(".secret").text();
        assertThat(location(someone.post("/second-factor/enrol/code", Map.of("code", "000000"))))
                .endsWith("?failed");
        assertThat(location(new Browserless(port, HOST).signIn(email, PASSWORD).get("/")))
                .as("not asked for before it is confirmed")
                .endsWith("/statements");
        var app = new AuthenticatorApp(secret);
        var told = someone.post("/second-factor/enrol/code", Map.of("code", app.next()));

        assertThat(told.body()).contains("recovery-codes");
        for (var path : List.of("/second-factor/enrol", "/profile", "/second-factor")) {
            assertThat(someone.get(path).body()).doesNotContain(secret.substring(0, 9));
        }
        assertThat(location(someone.get("/second-factor/enrol/code"))).endsWith("/enrol");
        assertThat(someone.get("/second-factor/enrol/picture.png").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("OTP-06 the old secret is dead once another is confirmed")
    void forgetsTheOldSecret() {
        someone.enrol(email, PASSWORD);
        var old = someone.app(email);
        someone.enrol(email, PASSWORD);

        assertThat(location(halfway().post("/second-factor", Map.of("code", old.next()))))
                .endsWith("?failed");
        assertThat(location(halfway().post("/second-factor", Map.of("code", app().next()))))
                .doesNotEndWith("?failed");
    }

    @Test
    @DisplayName("OTP-06 the secret is sealed in the database")
    void keepsTheSecretSealed() {
        someone.enrol(email, PASSWORD);
        someone.post("/second-factor/enrol", Map.of("password", PASSWORD));
        var secret = someone.page("/second-factor/enrol/code").select(".secret").text();

        var pending =
                database.call(
                        SPIKE,
                        () ->
                                jdbc.sql(
                                                """
                                                select encode(pending_secret, 'escape')
                                                from identity_authenticator where person_id = :id
                                                """)
                                        .param("id", id().value())
                                        .query(String.class)
                                        .single());

        assertThat(pending).doesNotContain(secret.replace(" ", "").substring(0, 6));
    }

    @Test
    @DisplayName("OTP-09 ten recovery codes of 80 bits, hashed, each opens once")
    void recoversOnce() {
        var codes = someone.enrol(email, PASSWORD);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.replace("-", "").length() == 16);

        var half = halfway();
        var typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(location(half.post("/second-factor", Map.of("code", typed))))
                .doesNotEndWith("?failed");
        assertThat(half.get("/statements").statusCode()).isEqualTo(200);
        assertThat(location(halfway().post("/second-factor", Map.of("code", codes.getFirst()))))
                .endsWith("?failed");

        var again = someone.enrol(email, PASSWORD);
        assertThat(again).isNotEmpty().doesNotContainAnyElementsOf(codes);
        assertThat(location(halfway().post("/second-factor", Map.of("code", codes.get(1)))))
                .as("the old ones are dead")
                .endsWith("?failed");
    }

    @Test
    @DisplayName(
            "OTP-10 SES-07 with the password alone only the second factor and the way out answer")
    void letsNobodySkip() {
        someone.enrol(email, PASSWORD);
        var half = halfway();
        for (var path :
                List.of("/", "/statements", "/profile", "/second-factor/enrol", "/nowhere")) {
            assertThat(location(half.get(path))).as(path).endsWith("/second-factor");
        }
        assertThat(location(half.post("/statements/sample", Map.of("kind", "proven"))))
                .endsWith("/second-factor");
        assertThat(location(half.post("/second-factor/enrol", Map.of("password", PASSWORD))))
                .endsWith("/second-factor");
        for (var forged : List.of("/statements?2fa=true", "/statements?factor=FACTOR_TOTP")) {
            var cookies = half.cookies() + "; 2fa=true; mfa=1; __Host-2fa=true";
            var answer = half.send(half.request(forged).setHeader("Cookie", cookies).GET());
            assertThat(location(answer)).as(forged).endsWith("/second-factor");
        }
        assertThat(half.get("/second-factor").statusCode()).isEqualTo(200);
        assertThat(half.page("/second-factor").select("nav")).isEmpty();
        half.post("/sign-out", Map.of());
        assertThat(location(half.get("/second-factor"))).endsWith("/sign-in");
    }

    @Test
    @DisplayName("SES-07 no route on the server's own list answers half a sign-in")
    void answersHalfNowhere(@Autowired RequestMappingHandlerMapping mappings) {
        someone.enrol(email, PASSWORD);
        var half = halfway();
        var softly = new SoftAssertions();
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPathPatternsCondition().getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                .filter(path -> !FOR_EVERYBODY.matcher(path).matches())
                .distinct()
                .forEach(path -> {
                    softly.assertThat(half.get(path))
                            .as("GET " + path)
                            .satisfies(SecondFactorTest::isAskedForTheFactor);
                    softly.assertThat(half.post(path, Map.of()))
                            .as("POST " + path)
                            .satisfies(SecondFactorTest::isAskedForTheFactor);
                });
        softly.assertAll();
        assertThat(half.get("/second-factor").statusCode()).as("still half").isEqualTo(200);
    }

    private static void isAskedForTheFactor(java.net.http.HttpResponse<?> answer) {
        boolean isRefused = List.of(403, 404, 405, 415).contains(answer.statusCode());
        assertThat(isRefused || location(answer).endsWith("/second-factor"))
                .as(answer.statusCode() + " " + location(answer))
                .isTrue();
    }

    @Test
    @DisplayName("SES-01 three session ids, of which only the last lives")
    void renewsTheSessionAtEachStep() {
        someone.enrol(email, PASSWORD);
        var person = new Browserless(port, HOST);
        person.get("/sign-in");
        person.token();
        var before = person.cookies();
        person.givePassword(email, PASSWORD);
        var half = person.cookies();
        person.post("/second-factor", Map.of("code", app().next()));
        var full = person.cookies();

        assertThat(List.of(before, half, full)).doesNotHaveDuplicates();
        for (var old : List.of(before, half)) {
            var answer =
                    new Browserless(port, HOST)
                            .send(
                                    new Browserless(port, HOST)
                                            .request("/second-factor")
                                            .header("Cookie", old)
                                            .GET());
            assertThat(location(answer)).endsWith("/sign-in");
        }
        assertThat(person.get("/statements").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("SES-05 getting a second factor ends all other sessions")
    void endsOtherSessions() {
        var other = new Browserless(port, HOST).signIn(email, PASSWORD);
        assertThat(other.get("/statements").statusCode()).isEqualTo(200);

        someone.enrol(email, PASSWORD);

        assertThat(location(other.get("/statements"))).endsWith("/sign-in");
        assertThat(someone.get("/statements").statusCode()).isEqualTo(200);
    }

    private Browserless halfway() {
        var half = new Browserless(port, HOST);
        half.givePassword(email, PASSWORD);
        return half;
    }

    private AuthenticatorApp app() {
        return someone.app(email);
    }

    private PersonId id() {
        return names.find(SPIKE, email).map(UUID::fromString).map(PersonId::new).orElseThrow();
    }
}
