package za.co.spikedata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SigningTest {
    /** Worked out by OpenSSL: the key is the bytes 00 to 1f. */
    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    @Test
    void signsIdTimeAndBody() {
        assertThat(Signing.signatures(List.of(SECRET), "msg_1", TIME, BODY))
                .isEqualTo("v1,AMaOha7DUT/0J0JMycRuYOBSvbx3WtwLd2khXXbaVj4=");
    }

    @Test
    void signsOtherwiseWhateverChanges() {
        var other = Signing.secret();
        var signatures = new HashSet<String>();
        for (var secret : List.of(SECRET, other)) {
            for (var id : List.of("msg_1", "msg_2")) {
                for (var time : List.of(TIME, TIME.plusSeconds(1))) {
                    for (var body : List.of(BODY, new byte[0])) {
                        signatures.add(Signing.signatures(List.of(secret), id, time, body));
                    }
                }
            }
        }

        assertThat(signatures).hasSize(16);
    }

    @Test
    void signsByBothSecretsWhileOneIsReplaced() {
        var next = Signing.secret();
        var both = Signing.signatures(List.of(next, SECRET), "msg_1", TIME, BODY).split(" ");

        assertThat(both)
                .containsExactly(
                        Signing.signatures(List.of(next), "msg_1", TIME, BODY),
                        Signing.signatures(List.of(SECRET), "msg_1", TIME, BODY));
    }

    @Test
    void makesSecretsThatReceiversKnow() {
        var secrets = Set.of(Signing.secret(), Signing.secret(), Signing.secret());

        assertThat(secrets).hasSize(3).allMatch(each -> each.matches("whsec_[A-Za-z0-9+/]{43}="));
    }
}
