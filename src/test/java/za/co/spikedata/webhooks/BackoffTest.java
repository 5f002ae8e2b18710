package za.co.spikedata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsLongerAfterEveryTryAndThenNoMore() {
        var before = Duration.ZERO;
        for (int attempts = 1; attempts < Backoff.MOST_ATTEMPTS; attempts++) {
            var wait = Backoff.after(attempts, 0.5).orElseThrow();
            assertThat(wait).isGreaterThan(before);
            before = wait;
        }

        assertThat(Backoff.after(1, 0.5)).hasValue(Duration.ofSeconds(5));
        assertThat(Backoff.after(Backoff.MOST_ATTEMPTS, 0.5)).isEmpty();
    }

    @Test
    void spreadsByAFifth() {
        assertThat(Backoff.after(2, 0)).hasValue(Duration.ofSeconds(48));
        assertThat(Backoff.after(2, 1)).hasValue(Duration.ofSeconds(72));
    }

    @Test
    void givesUpBeforeTheEndpointIsGivenUp() {
        var all = Duration.ZERO;
        for (int attempts = 1; attempts < Backoff.MOST_ATTEMPTS; attempts++) {
            all = all.plus(Backoff.after(attempts, 1).orElseThrow());
        }

        assertThat(all).isLessThan(Settlements.LONGEST_FAILING);
    }
}
