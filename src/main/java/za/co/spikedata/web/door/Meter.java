package za.co.spikedata.web.door;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long a connection makes the server wait. Times are nanoseconds of {@link
 * System#nanoTime()}; one thread works for a connection at a time, another looks on.
 */
final class Meter {
    /** A connection that is not being answered must bring a whole request in this time. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    /** However slow its line, a client may keep the server waiting this long in one exchange. */
    static final Duration GRACE = Duration.ofSeconds(20);

    /** After that, content must flow this fast on average while the server waits for it. */
    static final long LEAST_BYTES_A_SECOND = 1_024;

    /** No exchange lasts longer. */
    static final Duration EXCHANGE_LIMIT = Duration.ofMinutes(30);

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private volatile boolean serving;
    private volatile long since;
    private volatile boolean waiting;
    private volatile long waitingSince;
    private volatile long waited;
    private volatile long bytes;
    private volatile boolean kept;
    private volatile boolean owed;
    private volatile long owedSince;

    Meter() {
        this(System::nanoTime);
    }

    Meter(LongSupplier nanos) {
        this.nanos = nanos;
        since = nanos.getAsLong();
    }

    /** Something came, and waits for a thread of ours: until then the client is not waited for. */
    void arrived() {
        if (!owed) {
            owedSince = nanos.getAsLong();
            owed = true;
        }
    }

    /**
     * A thread takes what came. With the first of it, a kept connection has its time for the next
     * request; what drips in behind it has no more than what is left.
     */
    void taken() {
        if (!owed) {
            return;
        }
        if (!serving) {
            long now = nanos.getAsLong();
            since = kept ? now : since + now - owedSince;
            kept = false;
        }
        owed = false;
    }

    void serves() {
        waited = 0;
        bytes = 0;
        waiting = false;
        since = nanos.getAsLong();
        serving = true;
    }

    void served() {
        serving = false;
        kept = true;
        since = nanos.getAsLong();
    }

    /** Hears of each attempt to read or write; nothing moved means that the server now waits. */
    void moved(long count) {
        if (!serving) {
            return;
        }
        long now = nanos.getAsLong();
        if (waiting) {
            waited += now - waitingSince;
        }
        waiting = count == 0;
        waitingSince = now;
        bytes += Math.max(0, count);
    }

    /** Whether the client has used up all patience at this moment. */
    boolean isOverdue(long now) {
        if (!serving) {
            return !owed && now - since > REQUEST_LIMIT.toNanos();
        }
        long total = waited + (waiting ? now - waitingSince : 0);
        return now - since > EXCHANGE_LIMIT.toNanos()
                || (total > GRACE.toNanos() && bytes < total / NANOS * LEAST_BYTES_A_SECOND);
    }
}
