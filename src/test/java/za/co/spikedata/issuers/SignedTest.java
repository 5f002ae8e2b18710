package za.co.spikedata.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignedTest {
    private static final URI ELSEWHERE = URI.create("https://elsewhere.example/keys");

    private final ECKey key;

    SignedTest() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    }

    @Test
    @DisplayName("JWT-03 a token that brings its own keys or rules is none, however well signed")
    void takesNoTokenThatBringsItsOwnKeys() throws Exception {
        assertThat(Signed.parse(signed(head -> head)))
                .hasValueSatisfying(token -> assertThat(token.isSignedBy(key)).isTrue());
        Map<String, UnaryOperator<JWSHeader.Builder>> misleading =
                Map.of(
                        "jku", head -> head.jwkURL(ELSEWHERE),
                        "jwk", head -> head.jwk(key.toPublicJWK()),
                        "x5u", head -> head.x509CertURL(ELSEWHERE),
                        "x5c", head -> head.x509CertChain(List.of(Base64.encode("x"))),
                        "crit", head -> head.criticalParams(Set.of("exp")),
                        "b64", head -> head.base64URLEncodePayload(false));
        for (var each : misleading.entrySet()) {
            var compact = signed(each.getValue());
            assertThat(JWSObject.parse(compact).getHeader().getIncludedParams())
                    .contains(each.getKey());
            assertThat(Signed.parse(compact)).as(each.getKey()).isEmpty();
        }
    }

    private String signed(UnaryOperator<JWSHeader.Builder> more) throws Exception {
        var head = more.apply(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()));
        var token = new JWSObject(head.build(), new Payload("{\"sub\":\"somebody\"}"));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
