package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LifecyclesTest {
    @Test
    @DisplayName("A bucket takes nothing away by its age that a legal hold may keep")
    void leavesWhatMayBeHeld() {
        assertThat(Lifecycles.ofAll())
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.expiration()).isNull();
                    assertThat(rule.noncurrentVersionExpiration()).isNull();
                    assertThat(rule.abortIncompleteMultipartUpload()).isNotNull();
                });
    }
}
