package za.co.spikedata.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * A signed token of somebody's, whose claims nobody may believe before its key was found. Nothing
 * but RS256 and ES256, by a key that the provider names in its own key set: what brings keys or
 * their addresses along is no token.
 *
 * @param unproven what it claims
 */
record Signed(JWSObject token, Claims unproven) {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /** Whoever names a key beside the provider's, or other rules of reading, is not believed. */
    private static final Set<String> MISLEADING = Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64");

    private static final int LONGEST = 8_192;
    private static final int LONGEST_KEY_ID = 256;
    private static final int LEAST_RSA_BITS = 2_048;

    static Optional<Signed> parse(String compact) {
        if (compact.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var token = JWSObject.parse(compact);
            var header = token.getHeader();
            var keyId = header.getKeyID();
            var claims = Claims.STRICT.readTree(token.getPayload().toString());
            boolean isFit =
                    ALGORITHMS.contains(header.getAlgorithm())
                            && keyId != null
                            && !keyId.isEmpty()
                            && keyId.length() <= LONGEST_KEY_ID
                            && Collections.disjoint(header.getIncludedParams(), MISLEADING)
                            && claims.isObject();
            return isFit ? Optional.of(new Signed(token, new Claims(claims))) : Optional.empty();
        } catch (ParseException | JacksonException | IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    /** What sort of token its maker says it is, in small letters; empty where it says nothing. */
    String type() {
        var type = token.getHeader().getType();
        return type == null ? "" : type.getType().toLowerCase(Locale.ROOT);
    }

    /** Which keys of a set may have signed it. */
    JWKMatcher keys() {
        var header = token.getHeader();
        boolean isRsa = header.getAlgorithm().equals(JWSAlgorithm.RS256);
        return new JWKMatcher.Builder()
                .keyID(header.getKeyID())
                .keyType(isRsa ? KeyType.RSA : KeyType.EC)
                .keyUses(KeyUse.SIGNATURE, null)
                .algorithms(header.getAlgorithm(), null)
                .build();
    }

    boolean isSignedBy(JWK key) {
        try {
            return switch (key) {
                case RSAKey rsa ->
                        rsa.size() >= LEAST_RSA_BITS && token.verify(new RSASSAVerifier(rsa));
                case ECKey curve ->
                        curve.getCurve().equals(Curve.P_256)
                                && token.verify(new ECDSAVerifier(curve));
                default -> false;
            };
        } catch (JOSEException | IllegalStateException noKeyOfIts) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Signed[*]";
    }
}
