package za.co.spikedata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Which thread a reading is on, and how far behind the others that goes. */
class PaceTest {
    /** More of the processor than a quick reading takes. */
    private static final long HARD_NANOS = 1_100_000_000L;

    /** Longer than until the next look at it. */
    private static final long LOOKED_AT_NANOS = 700_000_000L;

    /** Where a thread's nice stands behind its name in its stat. */
    private static final int NICE = 16;

    @Test
    void sharesAThreadAmongQuickReadings() {
        var pace = new Pace(Optional.empty());

        assertThat(pace.run(Thread::currentThread)).isSameAs(pace.run(Thread::currentThread));
    }

    @Test
    void readsOnAnotherThreadAfterAHardReading() {
        var pace = new Pace(Optional.empty());

        assertThat(pace.run(PaceTest::hard)).isNotSameAs(pace.run(Thread::currentThread));
    }

    @Test
    void putsAHardReadingAloneBehindTheOthers() {
        assumeTrue(Confinement.isKnownHere());
        var kernel = Confinement.here();
        var pace = new Pace(Optional.of(kernel));

        int before = pace.run(() -> nice(kernel));
        int behind =
                pace.run(() -> {
                    hard();
                    return nice(kernel);
                });

        assertThat(behind).isGreaterThan(before);
        assertThat(pace.run(() -> nice(kernel))).isEqualTo(before);
    }

    @Test
    void goesOnAfterAReadingThatFailed() {
        var pace = new Pace(Optional.empty());

        assertThatThrownBy(() ->
                        pace.run(() -> {
                            throw new IllegalArgumentException("broken");
                        }))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(pace.run(() -> "read")).isEqualTo("read");
    }

    private static Thread hard() {
        var clock = ManagementFactory.getThreadMXBean();
        long until = clock.getCurrentThreadCpuTime() + HARD_NANOS;
        while (clock.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
        LockSupport.parkNanos(LOOKED_AT_NANOS);
        return Thread.currentThread();
    }

    private static int nice(Confinement kernel) {
        try {
            var stat = Files.readString(Path.of("/proc/self/task/" + kernel.thread() + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Integer.parseInt(fields[NICE]);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
