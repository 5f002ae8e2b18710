package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import za.co.spikedata.signing.TokenKeys;
import za.co.spikedata.support.PortalTest;

/** Asks for short-lived tokens by client credentials, rightly and in every wrong way. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCredentialsTest {
    private static final String GRANT = "grant_type=client_credentials";
    private static final String UNFIT = "{}";
    private static final String REFUSED = "error/common/dev/authorization";
    private static final String LET_IN = "error/common/dev/invalid-inputs";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private TokenKeys keys;
    private Holder holder;
    private Secret secret;

    @BeforeAll
    void aClientIsMade() {
        holder = new Holder(portal, "acme");
        secret = holder.client().secret();
    }

    @Test
    void giveATokenForAQuarterOfAnHour() {
        var answer = ask(secret, GRANT);
        var json = json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(json.get("expires_in").asLong()).isBetween(890L, 900L);
        assertThat(List.of(json.get("scope").stringValue().split(" ")))
                .containsExactlyInAnyOrder("pdf", "csv");
        assertThat(json.has("refresh_token")).isFalse();
        var claims = claims(token(json));
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss", "tenant", "sub", "client_id", "aud", "scope", "jti", "iat", "exp");
        assertThat(claims.get("iss").stringValue())
                .isEqualTo(
                        json(get("api.localhost", "/.well-known/oauth-authorization-server"))
                                .get("issuer")
                                .stringValue());
        assertThat(claims.get("tenant").stringValue()).isEqualTo("acme");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong())
                .isEqualTo(Duration.ofMinutes(15).toSeconds());
        assertThat(code(token(json))).isEqualTo(LET_IN);
    }

    @Test
    void takeTheSecretInTheFormAsWell() {
        var answer = form(GRANT + "&" + inForm(secret));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(code(token(json(answer)))).isEqualTo(LET_IN);
    }

    @Test
    void giveNoMoreThanIsAskedFor() {
        var token = token(json(ask(secret, GRANT + "&scope=csv")));

        assertThat(code(token)).isEqualTo(REFUSED);
        var csv = new Program(port).bearing(token).envelope("/csv", UNFIT);
        assertThat(csv.get("code").stringValue()).isEqualTo(LET_IN);
    }

    @Test
    void giveNoMoreThanTheClientMay() {
        var csvAlone = holder.client(EnumSet.of(Scope.CSV)).secret();

        for (var scope : List.of("pdf", "pdf%20csv", "admin", "openid")) {
            refused(ask(csvAlone, GRANT + "&scope=" + scope), 400, "invalid_scope");
        }
        assertThat(json(ask(csvAlone, GRANT)).get("scope").stringValue()).isEqualTo("csv");
    }

    @Test
    @DisplayName("JWT-09 a client's tokens open nothing from the moment it is revoked")
    void openNothingOnceRevoked() {
        var made = holder.client();
        var token = token(json(ask(made.secret(), GRANT)));
        assertThat(code(token)).isEqualTo(LET_IN);

        holder.revoke(made.credential());

        assertThat(code(token)).isEqualTo(REFUSED);
        refused(ask(made.secret(), GRANT), 401, "invalid_client");
    }

    @Test
    void sayNothingOfWhatIsWrongWithAClient() {
        var pair = holder.pair().secret();
        var other = new Secret(secret.apiKey(), UUID.randomUUID());
        var nobody = Secret.random();
        var answers =
                List.of(
                        ask(other, GRANT),
                        ask(nobody, GRANT),
                        ask(pair, GRANT),
                        form(GRANT + "&client_id=x&client_secret=" + "y".repeat(5_000)),
                        form(GRANT + "&client_id=" + secret.apiKey()),
                        form(GRANT));

        assertThat(answers).allSatisfy(each -> refused(each, 401, "invalid_client"));
        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
        assertThat(answers)
                .allSatisfy(each ->
                        assertThat(each.headers().firstValue("WWW-Authenticate"))
                                .hasValue("Basic realm=\"token\""));
    }

    @Test
    @DisplayName("JWT-11 there is no refresh token to be used again, and no other grant")
    void knowNoOtherGrant() {
        for (var grant :
                List.of(
                        "authorization_code&code=x",
                        "refresh_token&refresh_token=x",
                        "password&username=a&password=b",
                        URLEncoder.encode(
                                "urn:ietf:params:oauth:grant-type:device_code",
                                StandardCharsets.UTF_8),
                        "x")) {
            refused(ask(secret, "grant_type=" + grant), 400, "unsupported_grant_type");
        }
    }

    @Test
    void refuseWhatIsNoRequest() {
        refused(ask(secret, ""), 400, "invalid_request");
        refused(ask(secret, GRANT + "&" + GRANT), 400, "invalid_request");
        refused(ask(secret, GRANT + "&scope=pdf&scope=csv"), 400, "invalid_request");
        refused(ask(secret, GRANT + "&" + inForm(secret)), 400, "invalid_request");
        refused(form(GRANT + "&" + inForm(secret) + "&client_secret=x"), 400, "invalid_request");
        refused(ask(secret, GRANT + "&client_id=" + UUID.randomUUID()), 400, "invalid_request");
        var named = ask(secret, GRANT + "&client_id=" + secret.apiKey());
        assertThat(named.statusCode()).isEqualTo(200);
        var inAddress = program().post(TokenEndpoint.PATH + "?" + GRANT + "&" + inForm(secret), "");
        assertThat(inAddress.statusCode()).isIn(400, 401);
        var json = new Program(port).with(basic(secret)[0], basic(secret)[1]);
        assertThat(json.post(TokenEndpoint.PATH, "{\"grant_type\":\"client_credentials\"}"))
                .satisfies(each -> refused(each, 400, "invalid_request"));
    }

    @Test
    @DisplayName("API-01 a request for a token of any bytes is refused without failing")
    void failOnNothing() {
        for (var body :
                List.of(
                        "%",
                        "%zz=%zz",
                        "grant_type=%ff%fe",
                        "=".repeat(1_000),
                        "&".repeat(100_000),
                        "a=b&".repeat(20_000),
                        GRANT + "&scope=" + "p".repeat(100_000),
                        GRANT + "&scope=%00",
                        "\ufeff" + GRANT)) {
            assertThat(ask(secret, body).statusCode()).isBetween(400, 499);
        }
        for (var header : List.of("Basic", "Basic ", "Basic :", "Basic " + "A".repeat(4_000))) {
            assertThat(program().with("Authorization", header).post(TokenEndpoint.PATH, GRANT))
                    .extracting(HttpResponse::statusCode)
                    .isIn(400, 401);
        }
    }

    @Test
    @DisplayName("ATH-03 ten wrong secrets lock a client for the network they came from")
    void lockAfterTenWrongSecrets() {
        var made = holder.client().secret();
        for (int tried = 0; tried < 10; tried++) {
            refused(
                    ask(new Secret(made.apiKey(), UUID.randomUUID()), GRANT),
                    401,
                    "invalid_client");
        }

        refused(ask(made, GRANT), 401, "invalid_client");
        assertThat(ask(secret, GRANT).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "JWT-04 a client's token with any claim changed opens nothing, however well signed")
    void takeNoOtherClaims() {
        var claims = claims(token(json(ask(secret, GRANT))));
        assertThat(code(keys.sign(claims.toString()))).isEqualTo(LET_IN);
        for (var name : claims.propertyNames()) {
            var less = claims.deepCopy();
            less.remove(name);
            assertThat(code(keys.sign(less.toString()))).as(name).isEqualTo(REFUSED);
        }
        var others = List.of("iss", "tenant", "sub", "client_id", "aud", "jti");
        for (var name : others) {
            var other = claims.deepCopy();
            other.put(name, "x");
            assertThat(code(keys.sign(other.toString()))).as(name).isEqualTo(REFUSED);
        }
        var tenant = claims.deepCopy();
        tenant.put("tenant", "spike");
        assertThat(code(keys.sign(tenant.toString()))).isEqualTo(REFUSED);
        var pair = holder.pair().credential().id().toString();
        var another = claims.deepCopy();
        another.put("sub", pair).put("client_id", pair);
        assertThat(code(keys.sign(another.toString()))).isEqualTo(REFUSED);
    }

    @Test
    void areToldOfWithNothingThatIsNotThere() {
        var answer = get("api.localhost", "/.well-known/oauth-authorization-server");
        var told = json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told.get("issuer").stringValue()).isEqualTo("https://api.localhost:" + port);
        assertThat(told.propertyNames())
                .doesNotContain(
                        "authorization_endpoint",
                        "introspection_endpoint",
                        "revocation_endpoint",
                        "device_authorization_endpoint",
                        "registration_endpoint");
        assertThat(told.get("token_endpoint").stringValue())
                .isEqualTo("https://api.localhost:" + port + TokenEndpoint.PATH);
        assertThat(get("api.localhost", "/.well-known/jwks.json").body())
                .isEqualTo(get("acme.localhost", "/.well-known/jwks.json").body());
        assertThat(told.get("jwks_uri").stringValue()).endsWith("/.well-known/jwks.json");
    }

    @Test
    void areOnTheApiHostsAlone() {
        for (var path :
                List.of(
                        "/oauth2/authorize",
                        "/oauth2/device_authorization",
                        "/oauth2/introspect",
                        "/oauth2/revoke",
                        "/oauth2/jwks",
                        "/connect/register",
                        "/.well-known/openid-configuration")) {
            assertThat(get("api.localhost", path).statusCode()).as(path).isEqualTo(404);
        }
        var body = HttpRequest.BodyPublishers.ofString(GRANT + "&" + inForm(secret));
        for (var host : List.of("acme.localhost", "app.localhost", "admin.localhost")) {
            assertThat(program().send(host, "POST", TokenEndpoint.PATH, body).body())
                    .as(host)
                    .doesNotContain("access_token");
        }
        assertThat(get("api.localhost", TokenEndpoint.PATH).statusCode()).isEqualTo(404);
    }

    private static void refused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("error").stringValue()).isEqualTo(error);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
    }

    private HttpResponse<String> ask(Secret client, String form) {
        var header = basic(client);
        return program().with(header[0], header[1]).post(TokenEndpoint.PATH, form);
    }

    private HttpResponse<String> form(String form) {
        return program().post(TokenEndpoint.PATH, form);
    }

    private Program program() {
        return new Program(port).with("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> get(String host, String path) {
        return new Program(port).send(host, "GET", path, HttpRequest.BodyPublishers.noBody());
    }

    private static String[] basic(Secret client) {
        var both = client.apiKey() + ":" + client.userKey();
        return new String[] {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))
        };
    }

    private static String inForm(Secret client) {
        return "client_id=" + client.apiKey() + "&client_secret=" + client.userKey();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Program.JSON.readTree(answer.body());
    }

    private static String token(JsonNode answer) {
        return answer.get("access_token").stringValue();
    }

    private static ObjectNode claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return (ObjectNode) Program.JSON.readTree(payload);
    }

    private String code(String token) {
        return new Program(port).bearing(token).envelope("/pdf2", UNFIT).get("code").stringValue();
    }
}
