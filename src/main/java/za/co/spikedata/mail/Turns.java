package za.co.spikedata.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import za.co.spikedata.tenancy.TenantId;

/**
 * Lets few of a tenant's mails be sent at once. Where those take too long the others are not tried
 * for a while, so that a server that does not answer holds up no other tenant's work.
 */
final class Turns {
    private final Map<TenantId, Semaphore> free = new ConcurrentHashMap<>();
    private final Map<TenantId, Instant> stuck = new ConcurrentHashMap<>();
    private final int most;
    private final Duration patience;
    private final Duration pause;
    private final Clock clock;

    /**
     * @param most at once
     * @param patience how long a mail waits for its turn
     * @param pause how long none is tried after one had to wait longer
     */
    Turns(int most, Duration patience, Duration pause, Clock clock) {
        this.most = most;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * @throws NotItsTurn when it was not tried
     */
    void take(TenantId tenant, Runnable sending) {
        var turn = free.computeIfAbsent(tenant, _ -> new Semaphore(most));
        if (clock.instant().isBefore(stuck.getOrDefault(tenant, Instant.MIN))) {
            throw new NotItsTurn();
        }
        if (!isFreeSoon(turn)) {
            stuck.put(tenant, clock.instant().plus(pause));
            throw new NotItsTurn();
        }
        try {
            sending.run();
        } finally {
            turn.release();
        }
    }

    private boolean isFreeSoon(Semaphore turn) {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
