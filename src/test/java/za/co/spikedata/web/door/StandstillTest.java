package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a process that stood still knows it. */
class StandstillTest {
    private static final long BEGUN = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos();

    private final Standstill standstill = new Standstill(BEGUN);

    @Test
    void isNoneWhileLooksFollowEachOther() {
        assertThat(standstill.isOver(after(Duration.ofSeconds(1)))).isFalse();
        assertThat(standstill.isOver(after(Duration.ofSeconds(5)))).isFalse();
        assertThat(standstill.isOver(after(Duration.ofSeconds(9)))).isFalse();
    }

    @Test
    void isOverOnceAfterALongTimeWithoutALook() {
        assertThat(standstill.isOver(after(Duration.ofSeconds(60)))).isTrue();
        assertThat(standstill.isOver(after(Duration.ofSeconds(61)))).isFalse();
    }

    private static long after(Duration passed) {
        return BEGUN + passed.toNanos();
    }
}
