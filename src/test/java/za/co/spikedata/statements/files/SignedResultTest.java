package za.co.spikedata.statements.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.samples.Samples;

/** A signed result stays itself, and nothing else passes for it. */
class SignedResultTest {
    private static final SignedResult.Provenance HERE =
            new SignedResult.Provenance(
                    "https://app.localhost/", "ab".repeat(32), "1.0", "2026-11-27T10:15:30Z");
    private static final OctetKeyPair KEY = key();
    private static final ReadResult RESULT =
            new StatementEngine(EngineLimits.DEFAULT)
                    .read(Samples.all(7).getFirst().pdf(), Optional.empty(), Progress.NONE);
    private static final String SIGNED =
            new String(
                    SignedResult.sign(RESULT, HERE, text -> signed(KEY, SignedResult.TYPE, text)),
                    StandardCharsets.UTF_8);

    @Test
    void readsBackWhatWasSigned() {
        var signed = SignedResult.verified(SIGNED, keys(KEY)).orElseThrow();

        assertThat(ResultJson.write(signed.result())).isEqualTo(ResultJson.write(RESULT));
        assertThat(signed.provenance()).isEqualTo(HERE);
        assertThat(SignedResult.verified(SIGNED + "\n", keys(KEY))).isPresent();
        assertThat(SignedResult.isSigned(SIGNED)).isTrue();
    }

    @Test
    void noticesEveryChangedCharacter() {
        for (int at = 0; at < SIGNED.length(); at += 997) {
            var changed = new StringBuilder(SIGNED);
            changed.setCharAt(at, changed.charAt(at) == '7' ? '8' : '7');
            assertThat(SignedResult.verified(changed.toString(), keys(KEY))).as("" + at).isEmpty();
        }
    }

    @Test
    void takesNothingThatWasPutAroundIt() {
        var other = SIGNED.replace("\"provenance\"", "\"transactions\":[],\"provenance\"");
        var twice = SIGNED.substring(0, SIGNED.length() - 1) + ",\"rows\":1}";

        for (var text : List.of(other, twice, SIGNED + SIGNED, "{}", "", SIGNED.substring(1))) {
            assertThat(SignedResult.verified(text, keys(KEY))).isEmpty();
        }
    }

    @Test
    void takesNoKeyButThePublishedOnesAndNoOtherType() {
        var stranger = key();
        var receipt =
                new String(
                        SignedResult.sign(
                                RESULT, HERE, text -> signed(KEY, "deletion-receipt+jwt", text)),
                        StandardCharsets.UTF_8);

        assertThat(SignedResult.verified(SIGNED, keys(stranger))).isEmpty();
        assertThat(SignedResult.verified(receipt, keys(KEY))).isEmpty();
    }

    private static String keys(OctetKeyPair key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static String signed(OctetKeyPair key, String type, String text) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType(type))
                            .build();
            var object = new JWSObject(header, new Payload(text));
            object.sign(new Ed25519Signer(key));
            return object.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static OctetKeyPair key() {
        try {
            return new OctetKeyPairGenerator(Curve.Ed25519).keyIDFromThumbprint(true).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
