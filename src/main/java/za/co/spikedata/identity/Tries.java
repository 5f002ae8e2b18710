package za.co.spikedata.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Counts tries before they are made, on all nodes together, so that parallel guesses cannot slip
 * past; a lock ends by itself and is not prolonged by trying.
 */
@Component
class Tries {
    /** What is tried, how often before it is locked, and for how long. */
    enum Limit {
        PASSWORD(10, Duration.ofMinutes(15)),
        RESET(3, Duration.ofMinutes(15)),
        CODE(5, Duration.ofMinutes(15)),
        CODES_A_DAY(50, Duration.ofHours(24));

        private final int tries;
        private final Duration lock;

        Limit(int tries, Duration lock) {
            this.tries = tries;
            this.lock = lock;
        }
    }

    /** What became of asking for a try. */
    enum Answer {
        ALLOWED,
        /** Allowed, and the last one before the lock. */
        LAST,
        LOCKED
    }

    private final TryTable table;
    private final Clock clock;

    Tries(TryTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Takes one try. Subjects are hashed: what nobody is called here is not kept in clear. */
    Answer take(TenantId tenant, Limit limit, String subject) {
        var now = clock.instant();
        int tries =
                table.take(
                        tenant,
                        limit.name(),
                        Tokens.hash(subject),
                        limit.tries,
                        now,
                        now.minus(limit.lock),
                        now.plus(limit.lock));
        if (tries > limit.tries) {
            return Answer.LOCKED;
        }
        return tries == limit.tries ? Answer.LAST : Answer.ALLOWED;
    }

    /** After a success the next mistake is the first again. */
    void forget(TenantId tenant, Limit limit, String subject) {
        table.forget(tenant, limit.name(), Tokens.hash(subject));
    }
}
