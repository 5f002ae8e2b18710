package za.co.spikedata.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the portal does in its own time. */
public final class Patience {
    private static final long NANOS_BETWEEN_LOOKS = 50_000_000;

    private Patience() {}

    /**
     * Looks until it is so.
     *
     * @throws AssertionError when it is not so within that time
     */
    public static void await(Duration within, BooleanSupplier condition) {
        var end = Instant.now().plus(within);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Expected it to become so within " + within);
            }
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
    }
}
