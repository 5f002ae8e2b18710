package za.co.spikedata.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's own OpenID provider on loopback, whose people never have to type anything. */
public final class OpenIdProvider implements AutoCloseable {
    public static final String CLIENT = "portal";
    public static final String SECRET = "s+cr/t%of:its-own";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int KEY_BITS = 2_048;

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = rsa();
    private final ECKey curve = ec();

    /** What it says of whoever comes, over the usual claims. */
    private volatile UnaryOperator<Map<String, Object>> answer = claims -> claims;

    private volatile UnaryOperator<String> token = compact -> compact;

    public OpenIdProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> tell(exchange, 200, settings()));
        server.createContext("/keys", this::keys);
        server.createContext("/token", this::redeem);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often it was asked for its keys. */
    public int asked() {
        return asked.get();
    }

    public RSAKey key() {
        return key;
    }

    public ECKey curve() {
        return curve;
    }

    public void rotate() {
        key = rsa();
    }

    public void say(UnaryOperator<Map<String, Object>> of) {
        answer = of;
    }

    /** Gives out this instead of the token it made. */
    public void give(UnaryOperator<String> instead) {
        token = instead;
    }

    /** Lets whoever was sent here go on; tells where to. */
    public String goOn(String page) {
        var query = parsed(URI.create(page).getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, query);
        return URI.create(query.get("redirect_uri")).getPath()
                + "?code="
                + code
                + "&state="
                + query.get("state");
    }

    public String sign(Map<String, Object> claims) {
        return sign(claims, key, "JWT");
    }

    public static String sign(Map<String, Object> claims, JWK by, String type) {
        try {
            JWSSigner signer =
                    switch (by) {
                        case RSAKey rsa -> new RSASSASigner(rsa);
                        case ECKey ec -> new ECDSASigner(ec);
                        default -> throw new IllegalArgumentException("Expected RSA or EC");
                    };
            var algorithm = by instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
            return signed(claims, new JWSHeader.Builder(algorithm), by.getKeyID(), type, signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** As somebody would who has no more than the public key or the secret. */
    public String signByMac(Map<String, Object> claims, byte[] with) {
        try {
            var head = new JWSHeader.Builder(JWSAlgorithm.HS256);
            return signed(claims, head, key.getKeyID(), "JWT", new MACSigner(with));
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String signed(
            Map<String, Object> claims,
            JWSHeader.Builder head,
            String keyId,
            String type,
            JWSSigner signer)
            throws JOSEException {
        var jws =
                new JWSObject(
                        head.keyID(keyId).type(new JOSEObjectType(type)).build(),
                        new Payload(JSON.writeValueAsString(claims)));
        jws.sign(signer);
        return jws.serialize();
    }

    private String settings() {
        return JSON.writeValueAsString(
                Map.of(
                        "issuer", url(),
                        "authorization_endpoint", url() + "/authorize",
                        "token_endpoint", url() + "/token",
                        "jwks_uri", url() + "/keys"));
    }

    private void keys(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        tell(
                exchange,
                200,
                JSON.writeValueAsString(
                        new JWKSet(java.util.List.of(key, curve)).toJSONObject(true)));
    }

    private void redeem(HttpExchange exchange) throws IOException {
        var form =
                parsed(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var begun = codes.remove(form.get("code"));
        boolean isTheirs =
                begun != null
                        && isClient(exchange.getRequestHeaders().getFirst("Authorization"))
                        && begun.get("redirect_uri").equals(form.get("redirect_uri"))
                        && begun.get("code_challenge_method").equals("S256")
                        && begun.get("code_challenge").equals(hash(form.get("code_verifier")));
        if (!isTheirs) {
            tell(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var claims = new LinkedHashMap<String, Object>();
        long now = Instant.now().getEpochSecond();
        claims.put("iss", url());
        claims.put("aud", CLIENT);
        claims.put("sub", "nobody");
        claims.put("nonce", begun.get("nonce"));
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("email_verified", true);
        tell(
                exchange,
                200,
                JSON.writeValueAsString(
                        Map.of(
                                "access_token", "x",
                                "token_type", "Bearer",
                                "id_token", token.apply(sign(answer.apply(claims))))));
    }

    private static boolean isClient(String header) {
        var both =
                new String(
                                Base64.getDecoder().decode(header.substring("Basic ".length())),
                                StandardCharsets.UTF_8)
                        .split(":");
        return decoded(both[0]).equals(CLIENT) && decoded(both[1]).equals(SECRET);
    }

    private static Map<String, String> parsed(String query) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String hash(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void tell(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
