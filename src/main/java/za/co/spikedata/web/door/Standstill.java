package za.co.spikedata.web.door;

import java.time.Duration;

/**
 * Notices that this process stood still: whoever wakes first must not judge what others had no time
 * to hear. Times are nanoseconds of {@link System#nanoTime()}.
 */
final class Standstill {
    /** Between two looks of a process that gets its share of the machine. */
    static final Duration LONGEST = Duration.ofSeconds(4);

    private long last;

    Standstill(long now) {
        last = now;
    }

    /** Whether the time since the look before went by unnoticed. */
    boolean isOver(long now) {
        boolean isOver = now - last > LONGEST.toNanos();
        last = now;
        return isOver;
    }
}
