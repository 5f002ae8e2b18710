package za.co.spikedata.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.text.ParseException;
import java.util.Optional;

/** Compact JSON Web Signatures (RFC 7515) with Ed25519 (RFC 8037); pure, so that any tool may. */
public final class Jws {
    private Jws() {}

    static String sign(Ed25519Signer signer, String type, String payload) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                            .keyID(signer.getPrivateKey().getKeyID())
                            .type(new JOSEObjectType(type))
                            .build();
            var signed = new JWSObject(header, new Payload(payload));
            signed.sign(signer);
            return signed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("Expected Ed25519 to work", broken);
        }
    }

    /**
     * What was signed; empty unless one of the keys signed exactly this as exactly this type.
     *
     * @param keySet a JSON Web Key Set (RFC 7517), such as the platform publishes
     */
    public static Optional<String> verified(String compact, String type, String keySet) {
        try {
            var signed = JWSObject.parse(compact.strip());
            var header = signed.getHeader();
            if (!JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
                    || !new JOSEObjectType(type).equals(header.getType())
                    || header.getKeyID() == null) {
                return Optional.empty();
            }
            var key = JWKSet.parse(keySet).getKeyByKeyId(header.getKeyID());
            return key instanceof OctetKeyPair pair
                            && signed.verify(new Ed25519Verifier(pair.toPublicJWK()))
                    ? Optional.of(signed.getPayload().toString())
                    : Optional.empty();
        } catch (ParseException
                | JOSEException
                | IllegalArgumentException
                | IllegalStateException notSigned) {
            return Optional.empty();
        }
    }
}
