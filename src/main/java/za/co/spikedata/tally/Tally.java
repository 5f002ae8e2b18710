package za.co.spikedata.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import za.co.spikedata.tenancy.TenantId;

/** What one module can count of a tenant: numbers, and nothing that tells of anybody. */
@FunctionalInterface
public interface Tally {
    /** How far back is counted. */
    Duration WINDOW = Duration.ofDays(30);

    /**
     * Quick, since it is asked for every tenant in turn.
     *
     * @param now until when; from {@link #WINDOW} before
     */
    Map<Figure, Long> of(TenantId tenant, Instant now);

    /** How many of a thousand, rounded to the nearest; 0 of none. */
    static long perThousand(long some, long all) {
        return all == 0 ? 0 : Math.round(1000.0 * some / all);
    }
}
