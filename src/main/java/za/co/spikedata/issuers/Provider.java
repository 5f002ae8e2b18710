package za.co.spikedata.issuers;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider said of itself: where it is asked, and the keys it signs with.
 *
 * @param isBasic whether it wants our secret in a header rather than in the form
 */
record Provider(
        String authorization, String token, boolean isBasic, JWKSet keys, Instant fetchedAt) {
    Optional<JWK> key(Signed token) {
        return keys.filter(token.keys()).getKeys().stream().findFirst();
    }
}
