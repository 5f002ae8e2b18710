package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import za.co.spikedata.vault.Shelf;

class LifecyclesTest {
    @Test
    @DisplayName("A bucket takes no upload and no audit head away by its age")
    void leavesWhatPeopleUploaded() {
        assertThat(Lifecycles.of(Shelf.PDF))
                .allSatisfy(rule -> {
                    assertThat(rule.expiration()).isNull();
                    assertThat(rule.noncurrentVersionExpiration()).isNull();
                    assertThat(rule.abortIncompleteMultipartUpload()).isNotNull();
                });
    }

    @Test
    void letsReplicasGoADayAfterTheDeleterHad() {
        assertThat(Lifecycles.of(Shelf.REPLICA))
                .filteredOn(rule -> rule.expiration() != null)
                .singleElement()
                .satisfies(rule -> assertThat(rule.expiration().days()).isEqualTo(8));
    }
}
