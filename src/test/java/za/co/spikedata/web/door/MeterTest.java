package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long MOMENT = Duration.ofMillis(100).toNanos();

    @Test
    void losesPatienceWithWhoeverBringsNoRequest() {
        var meter = new Meter();
        long now = System.nanoTime();

        assertThat(meter.isOverdue(now)).isFalse();
        assertThat(meter.isOverdue(now + Meter.REQUEST_LIMIT.toNanos() + MOMENT)).isTrue();
    }

    @Test
    void hasPatienceWithItself() {
        var meter = new Meter();
        meter.serves();

        assertThat(meter.isOverdue(System.nanoTime() + Meter.GRACE.multipliedBy(3).toNanos()))
                .isFalse();
    }

    @Test
    void losesPatienceWithWhoeverKeepsItWaiting() {
        var meter = new Meter();
        meter.serves();
        meter.moved(100);
        meter.moved(0);
        long now = System.nanoTime();

        assertThat(meter.isOverdue(now + Meter.GRACE.toNanos() - MOMENT)).isFalse();
        assertThat(meter.isOverdue(now + Meter.GRACE.toNanos() + MOMENT)).isTrue();
    }

    @Test
    void bearsSlowLines() {
        var meter = new Meter();
        meter.serves();
        meter.moved(Meter.GRACE.toSeconds() * Meter.LEAST_BYTES_A_SECOND * 2);
        meter.moved(0);

        assertThat(meter.isOverdue(System.nanoTime() + Meter.GRACE.toNanos() + MOMENT)).isFalse();
    }

    @Test
    void endsEveryExchange() {
        var meter = new Meter();
        meter.serves();

        assertThat(meter.isOverdue(System.nanoTime() + Meter.EXCHANGE_LIMIT.toNanos() + MOMENT))
                .isTrue();
    }
}
