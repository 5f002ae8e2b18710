package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.support.Browserless.location;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** The checks ATH, and those of CSR that concern sign-in. */
@PortalTest
class SignInTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final String HOST = "app.localhost";
    private static final String PASSWORD = "a quiet river under stones";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private PersonTable table;
    @Autowired private Attempts attempts;
    @Autowired private EmailChanges changes;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;

    private String email;
    private Person person;

    @BeforeEach
    void add() {
        email = UUID.randomUUID() + "@example.com";
        person = people.add(SPIKE, email, PASSWORD, Person.Role.MEMBER);
    }

    @Test
    @DisplayName(
            "ATH-01 unknown, wrong, locked, disabled, invited and another tenant's: one answer")
    void tellsNothing() {
        var disabled = someone(Account.State.DISABLED);
        var invited = someone(Account.State.INVITED);
        var locked = someone(Account.State.ACTIVE);
        for (int i = 0; i < 10; i++) {
            answer(locked, "wrong");
        }
        var elsewhere = UUID.randomUUID() + "@example.com";
        people.add(new TenantId("acme"), elsewhere, PASSWORD, Person.Role.MEMBER);

        var expected = answer("nobody-" + email, PASSWORD);

        assertThat(expected).contains("do not go together");
        assertThat(answer(email, "wrong")).isEqualTo(expected);
        assertThat(answer(locked, PASSWORD)).isEqualTo(expected);
        assertThat(answer(disabled, PASSWORD)).isEqualTo(expected);
        assertThat(answer(invited, PASSWORD)).isEqualTo(expected);
        assertThat(answer(elsewhere, PASSWORD)).isEqualTo(expected);
    }

    @Test
    void keepsTheAddressAndNeverThePasswordWhereItIsRefused() {
        var browser = fresh();
        browser.givePassword("\"<b>" + email, "wrong-" + PASSWORD);

        var told = browser.page("/sign-in?failed");
        assertThat(told.select("#email").val()).isEqualTo("\"<b>" + email);
        assertThat(told.outerHtml()).doesNotContain("wrong-");
        assertThat(told.select("[autofocus]").eachAttr("id")).containsExactly("password");
        assertThat(browser.page("/sign-in?failed").select("#email").val())
                .as("told once")
                .isEmpty();
        browser.givePassword("x".repeat(300) + email, PASSWORD);
        assertThat(browser.page("/sign-in?failed").select("#email").val()).isEmpty();
    }

    @Test
    @DisplayName("ATH-03 asking for a new password: one answer for everybody, mail for whom it is")
    void resetsWithoutTelling() {
        var unknown = "nobody-" + email;
        var first = fresh().post("/reset", Map.of("email", email));
        var second = fresh().post("/reset", Map.of("email", unknown));

        assertThat(first.statusCode()).isEqualTo(second.statusCode());
        assertThat(headers(first)).isEqualTo(headers(second));
        MailServer.await(email, "A new password for Spike Portal");
        assertThat(MailServer.to(unknown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..%s@example.com", "%s.@example.com", "%s@my_host.example"})
    void resetsForWhoeverCameWithAnAddressThatIsNotTakenToday(String form) {
        var old = form.formatted(UUID.randomUUID());
        people.add(SPIKE, old, PASSWORD, Person.Role.MEMBER);

        fresh().post("/reset", Map.of("email", old));

        assertThat(EmailAddress.of(old)).isEmpty();
        assertThat(MailServer.link(MailServer.await(old, "A new password for Spike Portal")))
                .contains("/reset/");
    }

    @Test
    @DisplayName("ATH-04 ten wrong passwords lock, however the address is written")
    void locks() {
        for (int i = 0; i < 10; i++) {
            var written =
                    switch (i % 3) {
                        case 0 -> " " + email.toUpperCase(java.util.Locale.ROOT) + " ";
                        case 1 -> email.replace('@', '\uff20').replace('e', '\uff45');
                        default -> email;
                    };
            fresh().givePassword(written, "wrong " + i);
        }

        assertThat(location(fresh().givePassword(email, PASSWORD))).endsWith("?failed");
        assertThat(MailServer.await(email, "Sign-in to Spike Portal is paused"))
                .contains("ten wrong passwords");
    }

    @Test
    @DisplayName("ATH-05 a success in between begins the count anew")
    void forgetsMistakesAfterASuccess() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                fresh().givePassword(email, "wrong");
            }
            assertThat(location(fresh().givePassword(email, PASSWORD))).doesNotEndWith("?failed");
        }
    }

    @Test
    @DisplayName("ATH-09 strangers' guesses do not lock out a device that was signed in on before")
    void letsAKnownDeviceIn() {
        var known = fresh().signIn(email, PASSWORD);
        known.post("/sign-out", Map.of());
        for (int i = 0; i < 11; i++) {
            fresh().givePassword(email, "wrong");
        }

        assertThat(location(fresh().givePassword(email, PASSWORD))).endsWith("?failed");
        assertThat(location(known.givePassword(email, PASSWORD))).doesNotEndWith("?failed");
    }

    @Test
    @DisplayName("ATH-10 of fifty guesses at once ten are taken")
    void countsParallelGuesses() throws Exception {
        var guesses = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 50; i++) {
            guesses.add(() -> attempts.begin(SPIKE, "password", email).isOpen());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int taken = 0;
            for (var isOpen : threads.invokeAll(guesses)) {
                taken += isOpen.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @DisplayName("ATH-11 what others choose first is refused")
    @ValueSource(
            strings = {
                "passwordpassword",
                "qwertyuiop123",
                "123456789012",
                "Spike Portal 2026",
                "aaaaaaaaaaaaaaaa",
                "spikeportal123",
                "football1234"
            })
    void refusesCommonPasswords(String password) {
        assertThat(PasswordRules.problem(password, spike(), email)).contains("common");
    }

    @ParameterizedTest
    @DisplayName("ATH-11 long ones in any script, with spaces, are taken")
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "тихая река под камнями",
                "🦏🌍🎷🍋🚲🧭🎻🪁🦜🧵🪵🛶",
                "all lower case words only please"
            })
    void takesLongPasswords(String password) {
        assertThat(PasswordRules.problem(password, spike(), email)).isEmpty();
        assertThat(PasswordRules.problem("x1!".repeat(3), spike(), email)).contains("short");
        var longest = "ab3 ~kd9 ".repeat(14) + "yz";
        assertThat(longest).hasSize(128);
        assertThat(PasswordRules.problem(longest, spike(), email)).isEmpty();
    }

    @Test
    @DisplayName("ATH-11 every byte counts, also after the 72nd and after NUL")
    void comparesEveryByte(@Autowired PasswordHashing hashing) {
        var base = "x".repeat(100);
        var hash = java.util.Optional.of(hashing.hash(base + "tail"));
        assertThat(hashing.matches(base + "tail", hash)).isTrue();
        assertThat(hashing.matches(base + "tale", hash)).isFalse();
        var zero = java.util.Optional.of(hashing.hash("before\0after"));
        assertThat(hashing.matches("before\0other", zero)).isFalse();
        assertThat(hashing.matches("before\0after", zero)).isTrue();
    }

    @Test
    @DisplayName("ATH-11 an absurd password is refused at once, a megabyte at the door")
    void refusesAbsurdPasswords() {
        assertThat(location(fresh().givePassword(email, "x".repeat(10_000)))).endsWith("?failed");
        assertThat(fresh().givePassword(email, "x".repeat(1_000_000)).statusCode()).isEqualTo(413);
        var signedIn = fresh().signIn(email, PASSWORD);
        var answer =
                signedIn.post(
                        "/profile/password",
                        Map.of("password", PASSWORD, "fresh", "x".repeat(1_000_000)));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    @DisplayName("ATH-12 Argon2id, and the same password twice has two hashes")
    void hashesWithSalt() {
        var other = people.add(SPIKE, "other-" + email, PASSWORD, Person.Role.MEMBER);

        assertThat(table.hash(SPIKE, person.id()).orElseThrow())
                .startsWith("$argon2id$")
                .isNotEqualTo(table.hash(SPIKE, other.id()).orElseThrow());
    }

    @Test
    @DisplayName("ATH-13 a reset link opens once, on its host alone, and skips no second factor")
    void resetsByLink() {
        var before = fresh().signIn(email, PASSWORD);
        before.enrol(email, PASSWORD);
        before = fresh().signIn(email, PASSWORD);
        fresh().post("/reset", Map.of("email", email));
        var mail = MailServer.await(email, "A new password for Spike Portal");
        assertThat(mail).contains("https://" + HOST + ":" + port + "/reset/");
        var link = MailServer.link(mail);

        var page = fresh().get(link);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(new Browserless(port, "acme.localhost").get(link).statusCode()).isEqualTo(404);
        var short1 = fresh().post(link, Map.of("password", "short"));
        assertThat(location(short1)).endsWith("?problem=short");
        var another = "three lamps beside a harbour";
        assertThat(location(fresh().post(link, Map.of("password", another))))
                .endsWith("/sign-in?changed");

        assertThat(fresh().get(link).statusCode()).isEqualTo(404);
        assertThat(fresh().post(link, Map.of("password", another)).statusCode()).isEqualTo(404);
        assertThat(location(before.get("/statements"))).as("SES-05").endsWith("/sign-in");
        assertThat(location(fresh().givePassword(email, PASSWORD))).endsWith("?failed");
        var half = fresh();
        half.givePassword(email, another);
        assertThat(location(half.get("/statements"))).endsWith("/second-factor");
        MailServer.await(email, "Your password at Spike Portal was changed");
    }

    @Test
    @DisplayName("ATH-13 a reset link dies by time, by another, and with the password")
    void killsResetLinks() {
        var late = resetLink();
        database.run(
                SPIKE,
                () ->
                        jdbc.sql(
                                        """
                                        update identity_link set expires_at = now()
                                        where person_id = :id and expires_at < now() + interval '1 hour'
                                        """)
                                .param("id", person.id().value())
                                .update());
        assertThat(fresh().get(late).statusCode()).as("after at most an hour").isEqualTo(404);

        var first = resetLink();
        var second = resetLink();
        assertThat(fresh().get(first).statusCode()).as("once there is another").isEqualTo(404);
        assertThat(fresh().get(second).statusCode()).isEqualTo(200);

        var signedIn = fresh().signIn(email, PASSWORD);
        signedIn.post(
                "/profile/password",
                Map.of("password", PASSWORD, "fresh", "three lamps beside a harbour"));
        assertThat(fresh().get(second).statusCode()).as("with the password").isEqualTo(404);
    }

    @Test
    @DisplayName("ATH-13 a reset link dies when the address it was sent to is given up")
    void killsResetLinksWithTheAddress() {
        var link = resetLink();
        var spike = spike();
        var later = "later-" + email;
        changes.ask(spike, table.find(SPIKE, person.id()).orElseThrow().person(), later);
        for (var mail :
                List.of(
                        MailServer.await(email, "Change of your e-mail"),
                        MailServer.await(later, "Confirm your e-mail"))) {
            changes.confirm(spike, MailServer.link(mail).replaceFirst(".*/", ""));
        }

        assertThat(fresh().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("ATH-13 of five who use a reset link at once, one sets the password")
    void takesAResetLinkOnce() throws Exception {
        var link = resetLink();
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 5; i++) {
            var password = "lamp " + i + " beside a harbour";
            var stranger = fresh();
            var token = stranger.token();
            tries.add(() -> {
                var form = "password=" + password.replace(' ', '+');
                var answer = stranger.postWith(token, link, form);
                return location(answer).endsWith("/sign-in?changed") ? password : "";
            });
        }
        var set = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tries)) {
                set.add(answer.get());
            }
        }
        set.removeIf(String::isEmpty);

        assertThat(set).hasSize(1);
        assertThat(location(fresh().givePassword(email, set.getFirst()))).doesNotEndWith("?failed");
    }

    private String resetLink() {
        int before = MailServer.to(email).size();
        fresh().post("/reset", Map.of("email", email));
        return MailServer.link(MailServer.next(email, before));
    }

    @Test
    @DisplayName("ATH-15 a lock by strangers ends with a new password, which signs nobody in")
    void opensByReset() {
        for (int i = 0; i < 10; i++) {
            fresh().givePassword(email, "wrong");
        }
        assertThat(location(fresh().givePassword(email, PASSWORD))).endsWith("?failed");

        var another = "three lamps beside a harbour";
        fresh().post("/reset", Map.of("email", email));
        var link = MailServer.link(MailServer.await(email, "A new password for Spike Portal"));
        var opened = fresh();
        assertThat(location(opened.post(link, Map.of("password", another))))
                .endsWith("/sign-in?changed");

        assertThat(location(opened.get("/statements"))).as("signed in by it").endsWith("/sign-in");
        assertThat(location(fresh().givePassword(email, another))).doesNotEndWith("?failed");
    }

    @ParameterizedTest
    @DisplayName("ATH-14 nothing opens that is no password of anybody")
    @ValueSource(strings = {"", "admin", "' or '1'='1", "*", "%", "*)(uid=*"})
    void refusesTricks(String trick) {
        assertThat(location(fresh().givePassword(trick, trick))).endsWith("?failed");
        assertThat(location(fresh().givePassword(email, trick))).endsWith("?failed");
    }

    @ParameterizedTest
    @DisplayName("ATH-14 nor does what is no form, or fields that are more than text")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"email\":\"EMAIL\",\"password\":\"PASSWORD\"}",
                "application/json | {\"email\":\"EMAIL\",\"password\":{\"$ne\":\"\"}}",
                "text/plain | email=EMAIL&password=PASSWORD",
                "application/x-www-form-urlencoded | email[]=EMAIL&password[]=PASSWORD",
                "application/x-www-form-urlencoded | email=EMAIL&password[$ne]=x"
            })
    void takesFormsAlone(String type, String body) {
        var stranger = fresh();
        var written = body.replace("EMAIL", email).replace("PASSWORD", PASSWORD);
        var token = stranger.token();
        var answer =
                stranger.send(
                        stranger.request("/sign-in")
                                .header("Content-Type", type)
                                .header("X-CSRF-TOKEN", token)
                                .POST(BodyPublishers.ofString(written)));

        assertThat(location(answer)).endsWith("?failed");
        assertThat(location(stranger.get("/statements"))).endsWith("/sign-in");
    }

    @Test
    @DisplayName("ATH-03 a new address that is another's is answered like one that is nobody's")
    void tellsNothingOfOthersAddresses() {
        var other = "other-" + email;
        people.add(SPIKE, other, PASSWORD, Person.Role.MEMBER);
        var session = fresh().signIn(email, PASSWORD);

        var free = session.post("/profile/email", changing("free-" + email));
        var taken = session.post("/profile/email", changing(other));

        assertThat(taken.statusCode()).isEqualTo(free.statusCode());
        assertThat(headers(taken)).isEqualTo(headers(free));
        assertThat(MailServer.await(other, "Confirm your e-mail")).contains("/email/");
    }

    private static Map<String, String> changing(String email) {
        return Map.of("password", PASSWORD, "email", email);
    }

    @Test
    @DisplayName("ATH-16 a device not seen before is told by mail")
    void tellsOfANewDevice() {
        fresh().signIn(email, PASSWORD);
        fresh().signIn(email, PASSWORD);

        assertThat(MailServer.await(email, "New sign-in to Spike Portal")).contains("127.0.0.1");
        assertThat(MailServer.to(email)).hasSize(1);
    }

    @Test
    @DisplayName("CSR-02 CSR-05 nothing changes at another site's wish, not even with a token")
    void refusesOtherSites() {
        var signedIn = fresh().signIn(email, PASSWORD);
        for (var header :
                List.of(
                        List.of("Origin", "https://evil.example"),
                        List.of("Origin", "null"),
                        List.of("Sec-Fetch-Site", "cross-site"),
                        List.of("Sec-Fetch-Site", "same-site"))) {
            var answer = signedIn.postAs(header.get(0), header.get(1), "/profile/name", "name=x");
            assertThat(answer.statusCode()).as(header.toString()).isEqualTo(403);
        }
        assertThat(signedIn.get("/sign-out").statusCode()).isNotEqualTo(302);
        assertThat(signedIn.get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("CSR-06 the form token changes at sign-in and with every answer")
    void renewsFormTokens() {
        var browser = fresh();
        var first = browser.token();
        assertThat(browser.token()).isNotEqualTo(first);
        browser.signIn(email, PASSWORD);
        var answer = browser.postWith(first, "/profile/name", "name=x");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @DisplayName("NET-06 links in mail lead to the tenant's own host, whatever is claimed")
    @CsvSource({
        "Host, app.localhost:6666",
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Port, 6666",
        "X-Forwarded-Proto, http",
        "X-Forwarded-Prefix, /evil",
        "Forwarded, host=evil.example",
        "X-Host, evil.example",
        "X-Original-URL, https://evil.example/",
        "Referer, https://evil.example/reset"
    })
    void mailsTheTenantsOwnHost(String header, String value) {
        var stranger = fresh();
        var form = "email=" + email + "&_csrf=" + stranger.token();
        stranger.send(
                stranger.request("/reset")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .setHeader(header, value)
                        .POST(BodyPublishers.ofString(form)));

        assertThat(MailServer.await(email, "A new password for Spike Portal"))
                .contains("https://" + HOST + ":" + port + "/reset/")
                .doesNotContain("evil", "6666", "http:");
    }

    private String someone(Account.State state) {
        var address = UUID.randomUUID() + "@example.com";
        var made = people.add(SPIKE, address, PASSWORD, Person.Role.MEMBER);
        table.setState(SPIKE, made.id(), state);
        return address;
    }

    /** The whole answer to a sign-in, with the page it leads to, but for tokens and cookies. */
    private String answer(String address, String password) {
        var browser = fresh();
        var response = browser.givePassword(address, password);
        var page = browser.get(location(response).replaceFirst("^https?://[^/]+", ""));
        return response.statusCode()
                + " "
                + headers(response)
                + page.statusCode()
                + headers(page)
                + page.body().replace(address, "").replaceAll("value=\"[A-Za-z0-9_-]{60,}\"", "");
    }

    private static Map<String, Object> headers(HttpResponse<?> response) {
        var headers = new LinkedHashMap<String, Object>(response.headers().map());
        headers.remove("date");
        headers.remove("x-request-id");
        headers.computeIfPresent(
                "set-cookie", (_, value) -> value.toString().replaceAll("=[^;]+", ""));
        return headers;
    }

    private za.co.spikedata.tenancy.Tenant spike() {
        return tenants.find(SPIKE).orElseThrow().tenant();
    }

    @Autowired private Tenants tenants;

    private Browserless fresh() {
        return new Browserless(port, HOST);
    }
}
