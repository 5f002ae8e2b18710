package za.co.spikedata.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import za.co.spikedata.support.PortalTest;

/** Keys that sign results and receipts follow one another. */
@PortalTest
class SignaturesTest {
    private static final String TYPE = "deletion-receipt+jwt";

    @Autowired private Signatures signatures;

    @Test
    void areMadeByThePublishedKeyWhoseTurnItIs() {
        var old = signatures.sign(TYPE, "1");
        var published = signatures.published();

        signatures.rotate();
        var stillOld = signatures.sign(TYPE, "2");
        assertThat(header(stillOld)).isEqualTo(header(old));
        assertThat(signatures.published()).isNotEqualTo(published);

        signatures.rotate(Duration.ZERO);
        var fresh = signatures.sign(TYPE, "3");
        assertThat(header(fresh)).isNotEqualTo(header(old));
        assertThat(Jws.verified(fresh, TYPE, published)).isEmpty();
        assertThat(Jws.verified(old, TYPE, signatures.published())).hasValue("1");
        assertThat(Jws.verified(stillOld, TYPE, signatures.published())).hasValue("2");
        assertThat(Jws.verified(fresh, TYPE, signatures.published())).hasValue("3");
    }

    private static String header(String compact) {
        return compact.substring(0, compact.indexOf('.'));
    }
}
