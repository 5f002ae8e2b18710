package za.co.spikedata.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.s3.S3Client;
import za.co.spikedata.support.PortalTest;

@PortalTest
class WaitsTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired private S3Client s3;

    @Test
    void triesTheStoreMoreThanOnceAndNeverWaitsForItWithoutEnd() {
        var waits = s3.serviceClientConfiguration().overrideConfiguration();

        var all = waits.apiCallTimeout().orElseThrow();
        assertThat(all).isPositive().isLessThanOrEqualTo(LONGEST);
        assertThat(waits.apiCallAttemptTimeout().orElseThrow().multipliedBy(2))
                .isPositive()
                .isLessThanOrEqualTo(all);
    }
}
