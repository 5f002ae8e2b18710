package za.co.spikedata.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.co.spikedata.identity.Invitations;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Locks;
import za.co.spikedata.support.OpenIdProvider;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** People of a tenant come in by its own provider, and nobody else does. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrivalsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String HOST = "acme.localhost";
    private static final String DOMAIN = "acme-people.example";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Invitations invitations;
    @Autowired private Tenants tenants;
    @Autowired private IssuerTable issuers;
    @Autowired private Issuers removal;
    @Autowired private Arrivals arrivals;
    @Autowired private TenantDatabase database;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource") private DataSource owners;

    private final OpenIdProvider provider = new OpenIdProvider();
    private Browserless chief;
    private String path;
    private String email;

    @BeforeAll
    void aProviderIsAdded() {
        var admin = UUID.randomUUID() + "@example.com";
        people.add(ACME, admin, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        chief = new Browserless(port, HOST).signIn(admin, PortalTest.PASSWORD);
        add("");
    }

    @AfterAll
    void theProviderIsTakenAway() {
        issuers.find(ACME, provider.url())
                .ifPresent(left -> chief.post("/issuers/" + left.id() + "/remove", Map.of()));
        provider.close();
    }

    @BeforeEach
    void somebodyIsKnown() {
        email = UUID.randomUUID() + "@" + DOMAIN;
        people.add(ACME, email, PortalTest.PASSWORD, Person.Role.MEMBER);
        provider.give(compact -> compact);
    }

    @Test
    void letsInWhomItKnows() {
        said(email, Map.of());
        var browser = new Browserless(port, HOST);
        assertThat(browser.page("/sign-in").select("a[href=" + path + "]").text())
                .isEqualTo("Sign in with Directory");

        var answer = come(browser);

        assertThat(Browserless.location(answer)).endsWith("/");
        assertThat(browser.page("/profile").text()).contains(email);
    }

    @Test
    void activatesWhoeverWasInvited() {
        var invited = invited();
        said(invited, Map.of());
        var browser = new Browserless(port, HOST);

        come(browser);

        assertThat(browser.page("/profile").text()).contains(invited);
    }

    @Test
    void knowsPeopleByTheProvidersNameOnceTheyCame() {
        var subject = UUID.randomUUID().toString();
        said(email, Map.of("sub", subject));
        come(new Browserless(port, HOST));

        said("renamed@" + DOMAIN, Map.of("sub", subject, "email_verified", false));
        var again = new Browserless(port, HOST);
        come(again);
        said(email, Map.of("sub", "whoever got the address since"));
        var other = new Browserless(port, HOST);

        assertThat(again.page("/profile").text()).contains(email);
        assertThat(isRefused(come(other))).isTrue();
    }

    @Test
    @DisplayName("TEN-01 a provider opens no account of another tenant, and no other address")
    void letsNobodyElseIn() {
        var elsewhere = UUID.randomUUID() + "@" + DOMAIN;
        people.add(new TenantId("spike"), elsewhere, PortalTest.PASSWORD, Person.Role.MEMBER);
        var foreign = UUID.randomUUID() + "@example.com";
        people.add(ACME, foreign, PortalTest.PASSWORD, Person.Role.MEMBER);

        for (var stranger :
                List.of(
                        elsewhere,
                        foreign,
                        "nobody@" + DOMAIN,
                        email + ".example",
                        email + "@x." + DOMAIN,
                        DOMAIN)) {
            said(stranger, Map.of());
            assertThat(isRefused(come(new Browserless(port, HOST)))).as(stranger).isTrue();
        }
        said(email, Map.of("email_verified", "true"));
        assertThat(isRefused(come(new Browserless(port, HOST)))).isTrue();
        said(email, Map.of("email_verified", false));
        assertThat(isRefused(come(new Browserless(port, HOST)))).isTrue();
    }

    @Test
    @DisplayName("JWT-01 JWT-02 JWT-04 JWT-05 an ID token with anything wrong lets nobody in")
    void takesNoOtherToken() {
        var now = System.currentTimeMillis() / 1_000;
        for (var wrong :
                List.<Map<String, Object>>of(
                        Map.of("iss", provider.url() + "/"),
                        Map.of("aud", "other"),
                        Map.of("aud", List.of(OpenIdProvider.CLIENT, "other")),
                        Map.of("azp", "other"),
                        Map.of("nonce", "other"),
                        Map.of("sub", ""),
                        Map.of("exp", now - 1),
                        Map.of("exp", String.valueOf(now + 300)),
                        Map.of("iat", now + 600),
                        Map.of("nbf", now + 600))) {
            said(email, wrong);
            assertThat(isRefused(come(new Browserless(port, HOST)))).as("" + wrong).isTrue();
        }
        said(email, Map.of());
        var other = new OpenIdProvider();
        var key = provider.key();
        for (UnaryOperator<String> token :
                List.<UnaryOperator<String>>of(
                        compact -> none(compact, ""),
                        compact -> none(compact, compact.split("\\.")[2]),
                        compact -> compact.substring(0, compact.lastIndexOf('.') + 1),
                        compact ->
                                provider.signByMac(
                                        claims(compact),
                                        key.toPublicJWK()
                                                .toJSONString()
                                                .getBytes(StandardCharsets.UTF_8)),
                        compact -> other.sign(claims(compact)),
                        compact -> renamed(claims(compact), other.key(), key.getKeyID()),
                        compact -> OpenIdProvider.sign(claims(compact), key, "at+jwt"),
                        compact -> "")) {
            provider.give(token);
            assertThat(isRefused(come(new Browserless(port, HOST)))).isTrue();
        }
        other.close();
        provider.give(compact -> OpenIdProvider.sign(claims(compact), provider.curve(), "JWT"));
        assertThat(isRefused(come(new Browserless(port, HOST)))).as("ES256").isFalse();
    }

    @Test
    @DisplayName("CSR-05 nobody ends a journey that their own browser did not begin")
    void endsOnlyItsOwnJourney() {
        said(email, Map.of());
        var mine = new Browserless(port, HOST);
        var back = provider.goOn(Browserless.location(mine.get(path)));

        assertThat(isRefused(new Browserless(port, HOST).get(back))).isTrue();
        assertThat(isRefused(mine.get(back.replaceAll("state=.*", "state=x")))).isTrue();
        assertThat(isRefused(mine.get(back))).as("a journey ends once").isTrue();

        var whole = provider.goOn(Browserless.location(mine.get(path)));
        assertThat(isRefused(mine.get(whole + "&iss=http%3A%2F%2Felsewhere.example"))).isTrue();
        assertThat(isRefused(come(mine))).isFalse();
    }

    @Test
    @DisplayName("SES-07 whoever has no password signs in anew at their provider, and may go then")
    void standsForAPasswordOnceSignedInAnew() {
        var invited = invited();
        said(invited, Map.of());
        var browser = new Browserless(port, HOST);
        come(browser);
        var link = browser.page("/profile").select("#copy a[href*=?again]").attr("href");
        assertThat(link).isEqualTo(path + "?again=%2Fprofile");
        assertThat(browser.page("/profile").select("input[type=password][name=password]"))
                .isEmpty();
        assertThat(isCopied(browser)).as("signed in, not anew").isFalse();

        for (var before : List.<Map<String, Object>>of(Map.of(), authenticated(-3_600))) {
            said(invited, before);
            assertThat(Browserless.location(anew(browser, link))).endsWith("/profile?again=late");
            assertThat(isCopied(browser)).as("was signed in there").isFalse();
        }
        said(invited, authenticated(0));
        come(browser);
        assertThat(isCopied(browser)).as("did not ask for it").isFalse();
        assertThat(Browserless.location(anew(browser, link))).endsWith("/profile?again=given");

        assertThat(isCopied(browser)).isTrue();
        var left = browser.post("/profile/delete", Map.of("typed", invited, "password", ""));
        assertThat(Browserless.location(left)).contains("/farewell/");
    }

    @Test
    @DisplayName("SES-07 whoever has a password gives it, however they signed in")
    void standsForNobodyElsesPassword() {
        said(email, authenticated(0));
        var browser = new Browserless(port, HOST);

        assertThat(Browserless.location(anew(browser, path + "?again")))
                .endsWith("/profile?again=given");

        assertThat(isCopied(browser)).isFalse();
        assertThat(browser.page("/profile").select("#copy input[type=password]")).hasSize(1);
    }

    @Test
    @DisplayName(
            "SES-07 whoever signs in anew comes back to where they were, and is told how it is")
    void leadsBackToWhereTheyWere() {
        var invited = invited();
        said(invited, Map.of());
        var browser = new Browserless(port, HOST);
        come(browser);
        var enrol = "/second-factor/enrol";
        var link = browser.page(enrol).select("a[href*=?again]").attr("href");

        var late = Browserless.location(anew(browser, link));
        assertThat(late).endsWith(enrol + "?again=late");
        assertThat(browser.page(enrol + "?again=late").select("[role=alert]").text())
                .contains("did not say that you signed in anew");
        var refused = browser.post(enrol, Map.of("password", ""));
        assertThat(Browserless.location(refused)).endsWith(enrol + "?failed");
        assertThat(browser.page(enrol + "?failed").select("[role=alert]").text())
                .contains("Sign in again with your provider first")
                .doesNotContain("not your password");

        said(invited, authenticated(0));
        assertThat(Browserless.location(anew(browser, link))).endsWith(enrol + "?again=given");
        assertThat(browser.page(enrol + "?again=given").select("[role=status]").text())
                .contains("Thank you for signing in again");
        assertThat(Browserless.location(browser.post(enrol, Map.of("password", ""))))
                .endsWith(enrol + "/code");
        assertThat(Browserless.location(anew(browser, path + "?again=%2F%2Felsewhere.example")))
                .doesNotContain("elsewhere")
                .endsWith("/profile?again=given");
    }

    private static Map<String, Object> authenticated(long seconds) {
        return Map.of("auth_time", System.currentTimeMillis() / 1_000 + seconds);
    }

    private HttpResponse<String> anew(Browserless browser, String link) {
        var page = Browserless.location(browser.get(link));
        assertThat(page).contains("prompt=login", "max_age=0");
        return browser.get(provider.goOn(page));
    }

    private static boolean isCopied(Browserless browser) {
        return browser.postForFile("/profile/copy", Map.of("password", "")).statusCode() == 200;
    }

    private String invited() {
        var invited = UUID.randomUUID() + "@" + DOMAIN;
        invitations.invite(
                people.add(
                        ACME,
                        UUID.randomUUID() + "@example.com",
                        PortalTest.PASSWORD,
                        Person.Role.ADMINISTRATOR),
                tenants.find(ACME).orElseThrow().tenant(),
                invited,
                Person.Role.VIEWER);
        return invited;
    }

    @Test
    @DisplayName("SES-07 whom the tenant asks for a second factor gives it here")
    void asksForTheSecondFactorAllTheSame() {
        var admin = UUID.randomUUID() + "@" + DOMAIN;
        people.add(ACME, admin, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        said(admin, Map.of("amr", List.of("pwd", "mfa")));
        var browser = new Browserless(port, HOST);

        come(browser);

        assertThat(Browserless.location(browser.get("/issuers"))).endsWith("/second-factor");
    }

    @Test
    @DisplayName(
            "JWT-09 with the provider end its sessions, and where it was trusted more, it counts")
    void endsWithTheProvider() {
        said(email, Map.of());
        var browser = new Browserless(port, HOST);
        come(browser);
        assertThat(browser.get("/statements").statusCode()).isEqualTo(200);

        chief.post(path.replace("/sign-in/with/", "/issuers/") + "/remove", Map.of());

        assertThat(Browserless.location(browser.get("/statements"))).endsWith("/sign-in");
        assertThat(new Browserless(port, HOST).get(path).statusCode()).isEqualTo(404);

        add("true");
        var admin = UUID.randomUUID() + "@" + DOMAIN;
        people.add(ACME, admin, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        said(admin, Map.of("amr", List.of("pwd", "mfa")));
        var trusted = new Browserless(port, HOST);
        come(trusted);
        assertThat(trusted.get("/issuers").statusCode()).isEqualTo(200);
        said(admin, Map.of("amr", List.of("pwd")));
        var once = new Browserless(port, HOST);
        come(once);
        assertThat(Browserless.location(once.get("/issuers"))).endsWith("/second-factor");
    }

    @Test
    void letsNobodyInByAProviderThatWentMeanwhile() {
        said(email, Map.of());
        var browser = new Browserless(port, HOST);
        provider.give(compact -> {
            chief.post(path.replace("/sign-in/with/", "/issuers/") + "/remove", Map.of());
            return compact;
        });

        assertThat(isRefused(come(browser))).isTrue();

        assertThat(Browserless.location(browser.get("/statements"))).endsWith("/sign-in");
        provider.give(compact -> compact);
        add("");
    }

    @Test
    void endsTheSessionsOfWhoeverIsLinkedWhileTheProviderGoes() throws Exception {
        var remover =
                people.add(
                        ACME,
                        UUID.randomUUID() + "@example.com",
                        PortalTest.PASSWORD,
                        Person.Role.ADMINISTRATOR);
        var browser = new Browserless(port, HOST).signIn(email, PortalTest.PASSWORD);
        var issuer = issuers.find(ACME, provider.url()).orElseThrow();
        var claims =
                new Claims(
                        Claims.STRICT.valueToTree(
                                Map.of("sub", email, "email", email, "email_verified", true)));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var removing =
                    database.call(
                            ACME,
                            () -> {
                                assertThat(arrivals.person(ACME, issuer, claims)).isPresent();
                                var begun = threads.submit(() -> removal.remove(remover, issuer));
                                Locks.awaitSomebody(jdbc);
                                return begun;
                            });
            assertThat(removing.get()).isTrue();
        }

        assertThat(Browserless.location(browser.get("/statements"))).endsWith("/sign-in");
        add("");
    }

    @Test
    void writesNothingDownForWhoeverComesBackFromNowhere() {
        int before = refusals();

        assertThat(isRefused(new Browserless(port, HOST).get(path + "/back"))).isTrue();
        assertThat(refusals()).isEqualTo(before);

        var browser = new Browserless(port, HOST);
        browser.get(path);
        assertThat(isRefused(browser.get(path + "/back"))).isTrue();
        assertThat(isRefused(browser.get(path + "/back"))).isTrue();
        assertThat(refusals()).isEqualTo(before + 1);
    }

    private int refusals() {
        return JdbcClient.create(owners)
                .sql(
                        """
                        select count(*) from audit_event
                        where action = 'sign-in.not-vouched' and subject = :issuer
                        """)
                .param("issuer", path.substring(path.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName(
            "NET-14 nothing but a provider that describes itself, on the open internet, is added")
    void addsNoOtherProvider() {
        for (var url :
                List.of(
                        "http://issuer.example",
                        "https://10.0.0.1",
                        "https://localhost",
                        "https://issuer.example?x=y",
                        "file:///etc/passwd",
                        "")) {
            assertThat(Browserless.refusal(wish(url, DOMAIN, "portal-api", "")))
                    .as(url)
                    .startsWith("Something is missing");
        }
        assertThat(Browserless.refusal(wish(provider.url() + "/x", DOMAIN, "", "")))
                .startsWith("Nothing came from there");
        assertThat(Browserless.refusal(wish(provider.url(), "x", "", "")))
                .startsWith("Something is missing");
        assertThat(Browserless.refusal(wish(provider.url(), DOMAIN, OpenIdProvider.CLIENT, "")))
                .as("what people bring would be a program's token")
                .startsWith("Something is missing");
        var refused = wish("https://10.0.0.1", DOMAIN, "portal-api", "");
        assertThat(Browserless.typed(refused, "#url, #domains, #audience"))
                .as("what was typed stays")
                .containsExactly("https://10.0.0.1", DOMAIN, "portal-api");
        assertThat(Jsoup.parse(refused.body()).select("#secret").val())
                .as("but for secrets")
                .isEmpty();
    }

    private void add(String factor) {
        var made = wish(provider.url(), DOMAIN, "", factor);
        assertThat(Browserless.location(made))
                .as(made.statusCode() + " " + made.body())
                .endsWith("notice=made");
        path = "/sign-in/with/" + issuers.find(ACME, provider.url()).orElseThrow().id();
    }

    private HttpResponse<String> wish(String url, String domains, String audience, String factor) {
        return chief.post(
                "/issuers",
                Map.of(
                        "name",
                        "Directory",
                        "url",
                        url,
                        "client",
                        OpenIdProvider.CLIENT,
                        "secret",
                        OpenIdProvider.SECRET,
                        "domains",
                        domains,
                        "audience",
                        audience,
                        "factor",
                        factor.isEmpty() ? "false" : factor));
    }

    /** Of somebody new to us, who has this address; the rest as told. */
    private void said(String address, Map<String, Object> rest) {
        provider.say(claims -> {
            claims.put("sub", "subject of " + address);
            claims.put("email", address);
            claims.putAll(rest);
            return claims;
        });
    }

    private HttpResponse<String> come(Browserless browser) {
        return browser.get(provider.goOn(Browserless.location(browser.get(path))));
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        return Browserless.location(answer).endsWith("/sign-in?not-vouched");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> claims(String compact) {
        return Claims.STRICT.readValue(
                new Base64URL(compact.split("\\.")[1]).decodeToString(), Map.class);
    }

    private static String none(String compact, String signature) {
        return Base64URL.encode("{\"alg\":\"none\"}")
                + "."
                + compact.split("\\.")[1]
                + "."
                + signature;
    }

    private static String renamed(Map<String, Object> claims, JWK key, String id) {
        try {
            var named = new com.nimbusds.jose.jwk.RSAKey.Builder(key.toRSAKey()).keyID(id).build();
            return OpenIdProvider.sign(claims, named, "JWT");
        } catch (RuntimeException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
