package za.co.spikedata.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long MOMENT = Duration.ofMillis(100).toNanos();
    private static final long LIMIT = Meter.REQUEST_LIMIT.toNanos();

    @Test
    @DisplayName("UPL-05 ends connections that bring no request in time")
    void losesPatienceWithWhoeverBringsNoRequest() {
        var meter = new Meter();
        long now = System.nanoTime();

        assertThat(meter.isOverdue(now)).isFalse();
        assertThat(meter.isOverdue(now + Meter.REQUEST_LIMIT.toNanos() + MOMENT)).isTrue();
    }

    @Test
    void doesNotTakeItsOwnDelayForTheClients() {
        var now = new AtomicLong();
        var meter = new Meter(now::get);
        now.addAndGet(LIMIT - MOMENT);
        meter.arrived();
        now.addAndGet(3 * LIMIT);

        assertThat(meter.isOverdue(now.get())).as("what came waits for a thread").isFalse();
        meter.taken();
        assertThat(meter.isOverdue(now.get() + MOMENT)).isFalse();
        assertThat(meter.isOverdue(now.get() + 2 * MOMENT)).isTrue();
    }

    @Test
    @DisplayName(
            "UPL-05 a kept connection has its time for the next request from its first byte on")
    void givesAKeptConnectionItsTimeOnce() {
        var now = new AtomicLong();
        var meter = new Meter(now::get);
        meter.serves();
        meter.served();
        assertThat(meter.isOverdue(now.get() + LIMIT + MOMENT)).as("nothing comes").isTrue();

        now.addAndGet(LIMIT - MOMENT);
        meter.arrived();
        meter.taken();
        assertThat(meter.isOverdue(now.get() + LIMIT)).isFalse();

        for (int drop = 0; drop < 4; drop++) {
            now.addAndGet(LIMIT / 4);
            meter.arrived();
            meter.taken();
        }
        assertThat(meter.isOverdue(now.get() + MOMENT)).as("it only drips").isTrue();
    }

    @Test
    void hasPatienceWithItself() {
        var meter = new Meter();
        meter.serves();

        assertThat(meter.isOverdue(System.nanoTime() + Meter.GRACE.multipliedBy(3).toNanos()))
                .isFalse();
    }

    @Test
    @DisplayName("UPL-05 ends connections that bring a body a byte at a time")
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
    @DisplayName("UPL-05 ends every exchange, however it moves")
    void endsEveryExchange() {
        var meter = new Meter();
        meter.serves();

        assertThat(meter.isOverdue(System.nanoTime() + Meter.EXCHANGE_LIMIT.toNanos() + MOMENT))
                .isTrue();
    }
}
