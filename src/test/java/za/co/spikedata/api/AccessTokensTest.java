package za.co.spikedata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
import za.co.spikedata.tenancy.Suspensions;

/** Tries every token that is none, and every way to bring one. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokensTest {
    /** Gets past authorization and no further, so that nothing has to be read. */
    private static final String UNFIT = "{}";

    private static final String REFUSED = "error/common/dev/authorization";
    private static final String LET_IN = "error/common/dev/invalid-inputs";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;
    @Autowired private TokenKeys keys;
    private Holder holder;
    private Credentials.Made.Token made;
    private ObjectNode claims;
    private String header;

    @BeforeAll
    void aTokenIsMade() {
        holder = new Holder(portal, "acme");
        made = holder.token();
        var parts = made.token().split("\\.");
        header = text(parts[0]);
        claims = (ObjectNode) Program.JSON.readTree(text(parts[1]));
    }

    @Test
    void isWhatTheContractSays() {
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "scope", "apikey", "userkey", "tokenId", "iat", "exp", "aud", "iss");
        assertThat(claims.get("aud").stringValue()).isEqualTo("spike-api-audience");
        assertThat(claims.get("iss").stringValue())
                .isEqualTo("https://acme.localhost:" + port + "/");
        assertThat(claims.get("tokenId").stringValue())
                .isEqualTo(made.credential().id().toString());
        assertThat(claims.get("scope").stringValue()).isEqualTo("pdf csv");
        assertThat(code(made.token())).isEqualTo(LET_IN);
    }

    @Test
    void isVerifiedByAnyoneWithTheKeysOfThePortal() throws Exception {
        var key = publicKey();
        var parts = made.token().split("\\.");
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(
                KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    @DisplayName("JWT-01 JWT-02 takes no other algorithm, with or without a signature")
    void takesNoOtherAlgorithm() throws Exception {
        var payload = made.token().split("\\.")[1];
        var signature = made.token().split("\\.")[2];
        var refused = new ArrayList<String>();
        for (var algorithm :
                List.of("none", "None", "nONE", "", "RS384", "PS256", "ES256", "EdDSA", "rs256")) {
            var other = url(header.replace("RS256", algorithm));
            refused.add(other + "." + payload + ".");
            refused.add(other + "." + payload + "." + signature);
        }
        var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        refused.add(url(header.replace("RS256", "ES256")) + "." + payload + "." + zeros);
        var key = publicKey();
        var der =
                KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
                        .getEncoded();
        for (var secret :
                List.of(
                        der,
                        ("-----BEGIN PUBLIC KEY-----\n"
                                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                                .encodeToString(der)
                                        + "\n-----END PUBLIC KEY-----\n")
                                .getBytes(StandardCharsets.US_ASCII),
                        key.toString().getBytes(StandardCharsets.UTF_8),
                        number(key, "n").toByteArray(),
                        key.get("n").stringValue().getBytes(StandardCharsets.US_ASCII))) {
            var signed = url(header.replace("RS256", "HS256")) + "." + payload;
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused.add(
                    signed
                            + "."
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(
                                            mac.doFinal(
                                                    signed.getBytes(StandardCharsets.US_ASCII))));
        }

        assertThat(refused).allSatisfy(token -> assertThat(code(token)).isEqualTo(REFUSED));
    }

    @Test
    @DisplayName("JWT-03 takes no key that a token brings along, and none by a strange name")
    void takesNoKeyFromTheToken() throws Exception {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            takesNoKeyFromTheToken("https://127.0.0.1:" + listener.getLocalPort() + "/keys");

            listener.setSoTimeout(500);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void takesNoKeyFromTheToken(String elsewhere) {
        var parts = made.token().split("\\.");
        var kid = Program.JSON.readTree(header).get("kid").stringValue();
        var strange =
                List.of(
                        "../../dev/null",
                        "' OR 1=1",
                        "|id",
                        elsewhere,
                        "\\u0000",
                        "x".repeat(3_000));
        var heads = new ArrayList<String>();
        strange.forEach(each -> heads.add(header.replace(kid, each)));
        heads.add(header.replace("\"" + kid + "\"", "[\"" + kid + "\"]"));
        for (var extra :
                List.of(
                        "\"jku\":\"" + elsewhere + "\"",
                        "\"x5u\":\"" + elsewhere + "\"",
                        "\"jwk\":{}",
                        "\"x5c\":[]",
                        "\"crit\":[\"exp\"]",
                        "\"b64\":false",
                        "\"kid\":\"" + kid + "\"")) {
            heads.add("{" + extra + "," + header.substring(1));
        }

        assertThat(heads)
                .allSatisfy(head ->
                        assertThat(code(url(head) + "." + parts[1] + "." + parts[2]))
                                .isEqualTo(REFUSED));
    }

    @Test
    @DisplayName("JWT-04 takes no other issuer, audience, id or secret, however well signed")
    void takesNoOtherClaims() {
        var tenant = claims.get("iss").stringValue();
        for (var issuer :
                List.of(
                        "https://app.localhost:" + port + "/",
                        tenant.substring(0, tenant.length() - 1),
                        tenant.toUpperCase(java.util.Locale.ROOT),
                        tenant + "x",
                        "https://api.localhost:" + port + "/",
                        "")) {
            assertThat(code(signed("iss", issuer))).as(issuer).isEqualTo(REFUSED);
        }
        for (var audience : List.of("spike-api", "spike-api-audience-2", "")) {
            assertThat(code(signed("aud", audience))).as(audience).isEqualTo(REFUSED);
        }
        var list = claims.deepCopy();
        list.putArray("aud").add("spike-api-audience").add("other");
        assertThat(code(keys.sign(list.toString()))).isEqualTo(REFUSED);
        for (var name : List.of("tokenId", "apikey", "userkey")) {
            assertThat(code(signed(name, UUID.randomUUID().toString()))).isEqualTo(REFUSED);
            assertThat(code(signed(name, "x"))).isEqualTo(REFUSED);
        }
        for (var name : List.of("aud", "iss", "exp", "iat", "tokenId", "apikey", "userkey")) {
            var less = claims.deepCopy();
            less.remove(name);
            assertThat(code(keys.sign(less.toString()))).as(name).isEqualTo(REFUSED);
        }
        assertThat(code(keys.sign(claims.toString()))).isEqualTo(LET_IN);
    }

    @Test
    @DisplayName("TEN-04 opens no portal, its own tenant's neither, nor another tenant by a claim")
    void opensNothingElsewhere() {
        var pair = holder.pair();
        var nothing = HttpRequest.BodyPublishers.noBody();
        for (var host : List.of("app.localhost", "acme.localhost", "admin.localhost")) {
            for (var path : List.of("/statements", "/api-keys", "/pdf2")) {
                assertThat(
                                new Program(port)
                                        .bearing(made.token())
                                        .send(host, "GET", path, nothing)
                                        .statusCode())
                        .as(host + path)
                        .isEqualTo(401);
            }
            var keys = new Program(port).with(pair.secret()).with("Accept", "text/html");
            assertThat(keys.send(host, "GET", "/statements", nothing).statusCode())
                    .as(host)
                    .isEqualTo(302);
        }
        var parts = made.token().split("\\.");
        var edited = claims.deepCopy();
        edited.put("iss", "https://app.localhost:" + port + "/");
        assertThat(code(parts[0] + "." + url(edited.toString()) + "." + parts[2]))
                .isEqualTo(REFUSED);
        var stranger = new Holder(portal, "spike").token().token();
        assertThat(code(parts[0] + "." + parts[1] + "." + stranger.split("\\.")[2]))
                .isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("TEN-03 SES-05 opens nothing while its tenant is closed, token or keys")
    void opensNothingOfAClosedTenant() {
        var pair = holder.pair();
        var suspensions = portal.getBean(Suspensions.class);
        suspensions.begin(holder.tenant().id(), "unpaid");
        try {
            assertThat(code(made.token())).isEqualTo(REFUSED);
            assertThat(code(new Program(port).with(pair.secret()))).isEqualTo(REFUSED);
        } finally {
            suspensions.end(holder.tenant().id());
        }
        assertThat(code(made.token())).isEqualTo(LET_IN);
        assertThat(code(new Program(port).with(pair.secret()))).isEqualTo(LET_IN);
    }

    @Test
    @DisplayName("JWT-05 takes no token outside its time, or whose time is no whole number")
    void takesNoTokenOutsideItsTime() {
        long now = claims.get("iat").longValue();
        for (var end :
                List.of(
                        "" + (now - 61),
                        "\"" + (now + 600) + "\"",
                        now + 600 + ".5",
                        "-1",
                        "1e300",
                        "0",
                        "null")) {
            var other = claims.toString().replaceAll("\"exp\":\\d+", "\"exp\":" + end);
            assertThat(code(keys.sign(other))).as(end).isEqualTo(REFUSED);
        }
        var future = claims.toString().replaceAll("\"iat\":\\d+", "\"iat\":" + (now + 3_600));
        assertThat(code(keys.sign(future))).isEqualTo(REFUSED);
        for (var start : List.of("" + (now + 3_600), "\"" + now + "\"", now + ".5", "null")) {
            assertThat(code(keys.sign(claimsFrom(start)))).as(start).isEqualTo(REFUSED);
        }
        assertThat(code(keys.sign(claimsFrom("" + now)))).isEqualTo(LET_IN);
    }

    private String claimsFrom(String start) {
        return "{\"nbf\":" + start + "," + claims.toString().substring(1);
    }

    @Test
    @DisplayName("JWT-06 takes nothing else that is signed here as a token")
    void takesNothingElse() {
        var signed =
                portal.getBean(za.co.spikedata.signing.Signatures.class)
                        .sign("JWT", claims.toString());

        assertThat(code(signed)).isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("JWT-07 takes no token of another form")
    void takesNoOtherForm() {
        var token = made.token();
        var parts = token.split("\\.");
        for (var other :
                List.of(
                        token.substring(0, token.length() - 2),
                        token + "=",
                        token + ".",
                        "." + token,
                        token + "." + parts[2],
                        token + "." + parts[1] + "." + parts[2],
                        url(header.replace("RS256", "RSA-OAEP")) + ".." + parts[1] + "." + parts[2],
                        keys.sign("\"" + token + "\""),
                        token.replace(".", ". "),
                        token + " x",
                        parts[0] + "." + parts[1],
                        token + "A".repeat(8_000),
                        Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                                + "=."
                                + parts[1]
                                + "."
                                + parts[2])) {
            assertThat(code(other)).isEqualTo(REFUSED);
        }
        var twice = "{\"aud\":\"spike-api-audience\"," + claims.toString().substring(1);
        assertThat(code(keys.sign(twice))).isEqualTo(REFUSED);
        var huge = new Program(port).bearing("A".repeat(64 << 10)).post("/pdf2", UNFIT);
        assertThat(huge.statusCode()).isBetween(400, 431);
    }

    @Test
    @DisplayName("JWT-08 takes no signature of which one letter differs")
    void takesNoOtherSignature() {
        var token = made.token();
        int start = token.lastIndexOf('.') + 1;
        for (int at = start; at < token.length(); at++) {
            var other = new StringBuilder(token);
            other.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(keys.verified(other.toString())).as("letter " + at).isEmpty();
        }
        assertThat(keys.verified(token)).isPresent();
    }

    @Test
    @DisplayName("JWT-09 opens nothing from the moment it is revoked, token or keys")
    void opensNothingOnceRevoked() {
        var token = holder.token();
        var pair = holder.pair();
        assertThat(code(token.token())).isEqualTo(LET_IN);
        assertThat(code(new Program(port).with(pair.secret()))).isEqualTo(LET_IN);

        holder.revoke(token.credential());
        holder.revoke(pair.credential());

        assertThat(code(token.token())).isEqualTo(REFUSED);
        assertThat(code(new Program(port).with(pair.secret()))).isEqualTo(REFUSED);
        assertThat(code(made.token())).isEqualTo(LET_IN);
    }

    @Test
    @DisplayName("JWT-10 takes a token from its header alone, and only one")
    void takesATokenFromItsHeaderAlone() {
        var nobody = new Program(port);
        assertThat(code(nobody, "/pdf2?access_token=" + made.token())).isEqualTo(REFUSED);
        assertThat(code(nobody.with("Cookie", "access_token=" + made.token()))).isEqualTo(REFUSED);
        var inBody = "{\"access_token\":\"" + made.token() + "\"}";
        assertThat(nobody.envelope("/pdf2", inBody).get("code").stringValue()).isEqualTo(REFUSED);
        assertThat(code(nobody.with("Authorization", "Basic " + made.token()))).isEqualTo(REFUSED);
        assertThat(code(nobody.with("Authorization", made.token()))).isEqualTo(REFUSED);
        assertThat(code(nobody)).isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("JWT-10 takes no token beside keys of anybody else")
    void takesNoTokenBesideKeysOfAnybodyElse() {
        var program = new Program(port).bearing(made.token());
        var neighbour = new Holder(portal, "spike").pair();

        assertThat(code(program.with(neighbour.secret()))).isEqualTo(REFUSED);
        assertThat(code(program.with(Secret.random()))).isEqualTo(REFUSED);
        assertThat(code(program.with(holder.pair().secret()))).isEqualTo(LET_IN);
        assertThat(code(program.with("x-api-key", "").with("x-user-key", ""))).isEqualTo(LET_IN);

        var key = neighbour.secret().apiKey().toString();
        assertThat(code(program.with("x-api-key", key))).as("alone").isEqualTo(REFUSED);
        assertThat(code(program.with("x-user-key", key))).as("alone").isEqualTo(REFUSED);
        assertThat(code(program.with(neighbour.secret()).with("x-user-key", "x")))
                .as("beside one that is misspelt")
                .isEqualTo(REFUSED);
        assertThat(code(program.with("x-api-key", key, key))).as("twice").isEqualTo(REFUSED);
    }

    @Test
    @DisplayName("JWT-11 of fifty who replace a token at once one wins, and the old one goes on")
    void isReplacedOnce() throws Exception {
        var old = holder.token();
        var credentials = portal.getBean(Credentials.class);
        var tries =
                Collections.nCopies(
                        50,
                        (Callable<Optional<Credentials.Made>>)
                                () ->
                                        credentials.rotate(
                                                holder.tenant(),
                                                holder.person(),
                                                old.credential().id()));
        var made = new ArrayList<Credentials.Made>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(tries)) {
                done.get().ifPresent(made::add);
            }
        }

        assertThat(made).hasSize(1);
        assertThat(code(((Credentials.Made.Token) made.getFirst()).token())).isEqualTo(LET_IN);
        assertThat(code(old.token())).isEqualTo(LET_IN);
        holder.revoke(old.credential());
        assertThat(code(old.token())).isEqualTo(REFUSED);
        assertThat(code(((Credentials.Made.Token) made.getFirst()).token())).isEqualTo(LET_IN);
    }

    @Test
    @DisplayName("JWT-12 goes on while keys change, and shows public parts alone")
    void goesOnWhileKeysChange() {
        var before = keySet().size();

        keys.rotate();

        assertThat(keySet().size()).isEqualTo(before + 1);
        assertThat(keySet().get(0).get("kty").asString())
                .as("what clients find that look no further than the first key")
                .isEqualTo("RSA");
        assertThat(code(made.token())).isEqualTo(LET_IN);
        assertThat(code(holder.token().token())).isEqualTo(LET_IN);
        assertThat(keySet().valueStream())
                .allSatisfy(key ->
                        assertThat(key.propertyNames())
                                .doesNotContain("d", "p", "q", "dp", "dq", "qi", "k"));
    }

    @Test
    @DisplayName("JWT-13 is refused by the status where that is asked for, without a reason")
    void isRefusedByTheStatus() {
        var asked = new Program(port).bearing("none").with("Prefer", "status=http");
        var answer = asked.post("/pdf2", UNFIT);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).contains(REFUSED);
        assertThat(new Program(port).bearing("none").post("/pdf2", UNFIT).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsNoSecret() {
        var kept = portal.getBean(CredentialTable.class).all(holder.tenant().id());

        assertThat(kept).isNotEmpty();
        assertThat(kept)
                .allSatisfy(each -> assertThat(each.secretHash()).hasSize(32))
                .noneSatisfy(each ->
                        assertThat(new String(each.secretHash(), StandardCharsets.ISO_8859_1))
                                .contains(claims.get("apikey").stringValue()));
    }

    private String signed(String name, String value) {
        var other = claims.deepCopy();
        other.put(name, value);
        return keys.sign(other.toString());
    }

    private JsonNode keySet() {
        var answer =
                new Program(port)
                        .send(
                                "acme.localhost",
                                "GET",
                                "/.well-known/jwks.json",
                                HttpRequest.BodyPublishers.noBody());
        return Program.JSON.readTree(answer.body()).get("keys");
    }

    private JsonNode publicKey() {
        var kid = Program.JSON.readTree(header).get("kid");
        return keySet().valueStream()
                .filter(key -> kid.equals(key.get("kid")))
                .findFirst()
                .orElseThrow();
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(name).stringValue()));
    }

    private String code(String token) {
        return code(new Program(port).bearing(token));
    }

    private static String code(Program program) {
        return code(program, "/pdf2");
    }

    private static String code(Program program, String path) {
        return program.envelope(path, UNFIT).get("code").stringValue();
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String url(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
