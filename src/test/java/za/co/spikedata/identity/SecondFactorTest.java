package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.TenantSecrets;

/** The checks OTP and those of SES that concern the step after the password. */
@PortalTest
class SecondFactorTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";
    private static final String PASSWORD = "a quiet river under stones";

    /** What needs no sign-in, signing out, and the second factor itself. */
    private static final Pattern FOR_EVERYBODY =
            Pattern.compile(
                    "/sign-(in|out)|/sign-in/with/.*|/second-factor(/passkey.*)?|/security|/verify|/developers|/tenant\\.schema\\.json|/\\.well-known/.*|/error"
                            + "|/(reset|invitation|email|brand|acting)(/.*)?");

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
    @DisplayName("OTP-02 of a code given in four sessions at once, one opens")
    void takesACodeOnce() throws Exception {
        someone.enrol(email, PASSWORD);
        var code = someone.app(email).next();
        var tries = new ArrayList<Callable<String>>();
        // One more would be locked, and show nothing of the step.
        for (int i = 0; i < 4; i++) {
            var half = halfway();
            tries.add(() -> location(half.post("/second-factor", Map.of("code", code))));
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
        var off = someone.post("/profile/factor/off", Map.of("password", PASSWORD, "code", code));
        assertThat(location(off)).as("elsewhere").endsWith("problem=factor");
    }

    @Test
    @DisplayName("OTP-02 OTP-09 of a recovery code given in four sessions at once, one opens")
    void takesARecoveryCodeOnce() throws Exception {
        var code = someone.enrol(email, PASSWORD).getFirst();
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 4; i++) {
            var half = halfway();
            tries.add(() -> location(half.post("/second-factor", Map.of("code", code))));
        }
        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(answer -> !answer.endsWith("?failed")).hasSize(1);
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
        assertThat(table.take(SPIKE, id, step - 1)).isFalse();
    }

    @Test
    @DisplayName("OTP-11 a code that was used stays used when the clock is set back by a minute")
    void takesACodeOnceThoughTheClockIsSetBack(
            @Autowired AuthenticatorTable table, @Autowired TenantSecrets secrets) {
        someone.enrol(email, PASSWORD);
        var person = new Person(id(), SPIKE, email, Person.Role.MEMBER, 0);
        var now = Instant.ofEpochSecond(4_000_000_015L);
        var before = now.minusSeconds(60);
        var late = new Authenticators(table, secrets, Clock.fixed(now, ZoneOffset.UTC));
        var early = new Authenticators(table, secrets, Clock.fixed(before, ZoneOffset.UTC));
        long step = now.getEpochSecond() / 30;

        assertThat(late.take(person, app().at(step))).isTrue();

        for (long each = step - 3; each <= step; each++) {
            assertThat(early.take(person, app().at(each))).as("step " + each).isFalse();
            assertThat(late.take(person, app().at(each))).as("step " + each).isFalse();
        }
        assertThat(late.take(person, app().at(step + 1))).isTrue();
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
        assertThat(TimeCodes.step(secret, TimeCodes.code(secret, step - 1), now, step))
                .as("older than one that was used")
                .isEmpty();
    }

    @Test
    @DisplayName("OTP-04 ATH-16 five wrong codes lock, wherever they come from; the person is told")
    void locksAfterWrongCodes() {
        someone.enrol(email, PASSWORD);
        for (int i = 0; i < 5; i++) {
            var half = new Browserless(port, HOST, "127.6.0." + (i + 1));
            half.givePassword(email, PASSWORD);
            assertThat(location(half.post("/second-factor", Map.of("code", "000000"))))
                    .endsWith("?failed");
        }

        var right = someone.app(email).next();

        assertThat(location(halfway().post("/second-factor", Map.of("code", right))))
                .endsWith("?failed");
        assertThat(MailServer.await(email, "Codes for Spike Portal are paused"))
                .contains("knows the password");
    }

    @Test
    @DisplayName("OTP-04 whoever tries codes all day gets no more than a hundred tries")
    void boundsTheTriesOfADay(@Autowired TryTable table) {
        var subject = UUID.randomUUID().toString();
        var morning = Instant.parse("2026-03-01T00:00:00Z");
        int taken = 0;
        for (int minute = 0; minute < 24 * 60; minute += 3) {
            var then = Clock.fixed(morning.plusSeconds(60L * minute), ZoneOffset.UTC);
            for (int i = 0; i < 2; i++) {
                boolean isOpen =
                        Stream.of(Tries.Limit.CODES_A_DAY, Tries.Limit.CODE)
                                .map(limit -> new Tries(table, then).take(SPIKE, limit, subject))
                                .noneMatch(Tries.Answer.LOCKED::equals);
                taken += isOpen ? 1 : 0;
            }
        }

        assertThat(taken).isBetween(5, 100);
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

    @Test
    @DisplayName("OTP-09 a recovery code that was used is told by mail; five wrong ones lock")
    void tellsOfRecoveryAndCountsTries() {
        var codes = someone.enrol(email, PASSWORD);
        halfway().post("/second-factor", Map.of("code", codes.getFirst()));
        assertThat(MailServer.await(email, "Recovery code used at")).contains("left: 9");

        for (int i = 0; i < 5; i++) {
            halfway().post("/second-factor", Map.of("code", "0000-0000-0000-000" + i));
        }

        assertThat(location(halfway().post("/second-factor", Map.of("code", codes.get(1)))))
                .endsWith("?failed");
    }

    @Test
    @DisplayName("OTP-10 a factor given before, by oneself or another, counts for no later sign-in")
    void carriesNoFactorIntoTheNextSignIn() {
        someone.enrol(email, PASSWORD);
        var victim = "victim-" + email;
        people.add(SPIKE, victim, PASSWORD, Person.Role.MEMBER);
        new Browserless(port, HOST).signIn(victim, PASSWORD).enrol(victim, PASSWORD);
        assertThat(someone.get("/statements").statusCode()).isEqualTo(200);

        for (var next : List.of(victim, email)) {
            someone.givePassword(next, PASSWORD);

            assertThat(location(someone.get("/statements"))).as(next).endsWith("/second-factor");
        }
    }

    @Test
    @DisplayName("OTP-10 the form of another half sign-in is no form of this one")
    void takesNoFormOfAnotherSession() {
        someone.enrol(email, PASSWORD);
        var other = halfway().token();
        var half = halfway();

        var answer = half.postWith(other, "/second-factor", "code=" + app().next());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(location(half.get("/statements"))).endsWith("/second-factor");
    }

    @Test
    @DisplayName("OTP-01 the picture holds the same address as the text")
    void drawsTheAddress() throws Exception {
        var address = TimeCodes.address("Spike Portal", email, TimeCodes.newSecret());
        assertThat(address).contains(email.replace("@", "%40"));
        var secret = address.replaceFirst(".*secret=([A-Z2-7]+).*", "$1");

        var png =
                ImageIO.read(
                        new ByteArrayInputStream(TimeCodes.picture("Spike Portal", email, secret)));

        var bits = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(png)));
        assertThat(new QRCodeReader().decode(bits).getText()).isEqualTo(address);
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
