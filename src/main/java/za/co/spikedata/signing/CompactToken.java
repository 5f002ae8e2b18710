package za.co.spikedata.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An access token in exactly the form in which they are signed here; whatever else the standards
 * allow a token to be is none of ours.
 */
record CompactToken(String keyId, String signed, byte[] signature, String claims) {
    /** Longer ones are not ours, and not worth the work of finding out. */
    private static final int LONGEST = 4_096;

    private static final int LONGEST_KEY_ID = 64;
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    static String sign(RSAKey key, String claims) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build();
            var token = new JWSObject(header, new Payload(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("Expected RSA to work", broken);
        }
    }

    static Optional<CompactToken> parse(String compact) {
        var parts = compact.split("\\.", -1);
        if (compact.length() > LONGEST || parts.length != 3) {
            return Optional.empty();
        }
        var signature = decoded(parts[2]);
        var claims = decoded(parts[1]);
        return decoded(parts[0])
                .flatMap(CompactToken::keyId)
                .filter(_ -> signature.isPresent() && claims.isPresent())
                .map(keyId ->
                        new CompactToken(
                                keyId,
                                parts[0] + "." + parts[1],
                                signature.orElseThrow(),
                                new String(claims.orElseThrow(), StandardCharsets.UTF_8)));
    }

    boolean isSignedBy(RSAKey key) {
        try {
            return new RSASSAVerifier(key.toPublicJWK())
                    .verify(
                            new JWSHeader(JWSAlgorithm.RS256),
                            signed.getBytes(StandardCharsets.US_ASCII),
                            Base64URL.encode(signature));
        } catch (JOSEException broken) {
            throw new IllegalStateException("Expected RSA to work", broken);
        }
    }

    /** Nothing but RS256 and the name of a key; a key that comes along is nobody's. */
    private static Optional<String> keyId(byte[] header) {
        try {
            var json = STRICT.readTree(header);
            boolean isOurs =
                    json.isObject()
                            && HEADER.containsAll(json.propertyNames())
                            && isText(json.get("alg"), "RS256")
                            && (!json.has("typ") || isText(json.get("typ"), "JWT"));
            var keyId = json.get("kid");
            return isOurs
                            && keyId != null
                            && keyId.isString()
                            && keyId.stringValue().length() <= LONGEST_KEY_ID
                            && keyId.stringValue().indexOf('\0') < 0
                    ? Optional.of(keyId.stringValue())
                    : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static boolean isText(@Nullable JsonNode node, String text) {
        return node != null && node.isString() && node.stringValue().equals(text);
    }

    /** Only the one spelling that base64url has for some bytes. */
    private static Optional<byte[]> decoded(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return again.equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "CompactToken[" + keyId + "]";
    }
}
