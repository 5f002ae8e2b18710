package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.api.wire.Code;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.OpenIdProvider;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** Programs bring tokens of their tenant's own provider. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedTokensTest {
    private static final String AUDIENCE = "https://acme.example/statements";

    @LocalServerPort private int port;
    @Autowired private People people;
    private final OpenIdProvider provider = new OpenIdProvider();
    private Browserless chief;
    private String page;

    @BeforeAll
    void aProviderIsAdded() {
        var admin = UUID.randomUUID() + "@example.com";
        people.add(new TenantId("acme"), admin, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        chief = new Browserless(port, "acme.localhost").signIn(admin, PortalTest.PASSWORD);
        add();
    }

    private void add() {
        var made =
                chief.post(
                        "/issuers",
                        Map.of(
                                "name",
                                "Directory of programs",
                                "url",
                                provider.url(),
                                "client",
                                OpenIdProvider.CLIENT,
                                "secret",
                                OpenIdProvider.SECRET,
                                "domains",
                                "example.com",
                                "audience",
                                AUDIENCE));
        assertThat(Browserless.location(made)).endsWith("notice=made");
        page =
                chief.page("/issuers")
                        .select("section:contains(" + provider.url() + ") form")
                        .attr("action");
    }

    @AfterAll
    void theProviderIsTakenAway() {
        chief.post(page, Map.of());
        provider.close();
    }

    @Test
    void openWhatTheirScopeSays() {
        var claims = claims();

        assertThat(status(provider.sign(claims))).isEqualTo(200);
        assertThat(status(OpenIdProvider.sign(claims, provider.curve(), "at+jwt"))).isEqualTo(200);
        claims.put("scope", "openid csv");
        assertThat(status(provider.sign(claims))).isEqualTo(403);
        claims.put("scope", "admin");
        assertThat(status(provider.sign(claims))).isEqualTo(403);
    }

    @Test
    @DisplayName("JWT-04 JWT-05 a provider's token with any claim changed or missing opens nothing")
    void openNothingWithOtherClaims() {
        for (var name : claims().keySet()) {
            var less = claims();
            less.remove(name);
            assertThat(status(provider.sign(less))).as(name).isEqualTo(401);
        }
        long now = Instant.now().getEpochSecond();
        for (var wrong :
                List.<Map<String, Object>>of(
                        Map.of("iss", provider.url() + "/"),
                        Map.of("iss", provider.url().toUpperCase(java.util.Locale.ROOT)),
                        Map.of("aud", AUDIENCE + "/"),
                        Map.of("aud", List.of(AUDIENCE, "other")),
                        Map.of("aud", OpenIdProvider.CLIENT),
                        Map.of("tenant", "spike"),
                        Map.of("tenant", "api"),
                        Map.of("tenant", "x\0y"),
                        Map.of("tenant", List.of("acme")),
                        Map.of("iss", "x\0y"),
                        Map.of("sub", 5),
                        Map.of("scope", List.of("pdf")),
                        Map.of("exp", now - 1),
                        Map.of("exp", now + 0.5),
                        Map.of("exp", 1e300),
                        Map.of("exp", now + 200_000),
                        Map.of("iat", now + 3_600),
                        Map.of("iat", -1),
                        Map.of("nbf", now + 3_600))) {
            var claims = claims();
            claims.putAll(wrong);
            assertThat(status(provider.sign(claims))).as("" + wrong).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("JWT-01 JWT-02 JWT-06 no other algorithm, key or sort of token opens anything")
    void openNothingSignedOtherwise() {
        var claims = claims();
        var good = provider.sign(claims);
        var key = provider.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var stranger = new OpenIdProvider();
        for (var token :
                List.of(
                        provider.signByMac(claims, key),
                        stranger.sign(claims),
                        OpenIdProvider.sign(claims, provider.key(), "logout+jwt"),
                        good.substring(0, good.lastIndexOf('.') + 1),
                        good + "A",
                        good.substring(0, good.length() - 2),
                        good + "." + good,
                        "e30." + good.split("\\.")[1] + ".")) {
            assertThat(status(token)).isEqualTo(401);
        }
        stranger.close();
    }

    @Test
    @DisplayName("JWT-09 with the provider its tokens end at once")
    void endWithTheProvider() {
        var token = provider.sign(claims());
        assertThat(status(token)).isEqualTo(200);

        chief.post(page, Map.of());

        assertThat(status(token)).isEqualTo(401);
        add();
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void areKnownAtTheOlderAddressesFromTheFirstOn() {
        chief.post(page, Map.of());
        add();

        var answer = new Program(port).bearing(provider.sign(claims())).envelope("/pdf2", "{}");

        assertThat(answer.get("code").stringValue()).isNotEqualTo(Code.AUTHORIZATION.wire());
    }

    private Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", provider.url());
        claims.put("aud", AUDIENCE);
        claims.put("sub", "till-7");
        claims.put("tenant", "acme");
        claims.put("scope", "pdf csv");
        claims.put("iat", now);
        claims.put("exp", now + 600);
        return claims;
    }

    private int status(String token) {
        return new Program(port)
                .bearing(token)
                .send(
                        "api.localhost",
                        "GET",
                        "/v7/documents?limit=1",
                        HttpRequest.BodyPublishers.noBody())
                .statusCode();
    }
}
