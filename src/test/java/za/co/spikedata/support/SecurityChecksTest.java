package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityChecksTest {
    @Test
    void findsIdsInDisplayNamesAndMethods() {
        assertThat(SecurityChecks.ids(List.of("[1] /sign-in", "HDR-01 and HDR-07 hold"), "sweep"))
                .containsExactly("HDR-01", "HDR-07");
        assertThat(SecurityChecks.ids(List.of("ok()"), "tls02RefusesOlder"))
                .containsExactly("TLS-02");
    }

    @Test
    void takesNothingElseForAnId() {
        assertThat(SecurityChecks.ids(List.of("SHA-256", "UTF-8"), "readsAll")).isEmpty();
    }
}
