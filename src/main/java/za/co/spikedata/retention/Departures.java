package za.co.spikedata.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Deletes all that belongs to people whose account is over; what is under a legal hold when that is
 * lifted.
 */
@Component
public class Departures {
    private static final int BATCH = 1_000;

    /** Longer than any request takes that was under way when the account ended. */
    private static final Duration STRAGGLERS = Duration.ofDays(1);

    private final DepartureTable table;
    private final Deletions deletions;
    private final TenantDatabase database;
    private final List<Kept> kinds;
    private final Clock clock;

    Departures(
            DepartureTable table,
            Deletions deletions,
            TenantDatabase database,
            List<Kept> kinds,
            Clock clock) {
        this.table = table;
        this.deletions = deletions;
        this.database = database;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /** Begins it, in the transaction that ends the account. */
    public void begin(TenantId tenant, UUID owner) {
        database.run(
                tenant,
                () -> {
                    table.insert(tenant, owner, clock.instant());
                    isDeleting(tenant, owner);
                });
    }

    /** Goes on with what was held, or came in while the account ended. */
    void goOn(TenantId tenant) {
        for (var row : table.all(tenant)) {
            boolean isSettled = row.begun().plus(STRAGGLERS).isBefore(clock.instant());
            if (isDeleting(tenant, row.owner()) && isSettled) {
                table.delete(tenant, row.owner());
            }
        }
    }

    /** False when something stays for now. */
    private boolean isDeleting(TenantId tenant, UUID owner) {
        for (var kept : kinds) {
            for (var items = kept.of(tenant, owner, BATCH);
                    !items.isEmpty();
                    items = kept.of(tenant, owner, BATCH)) {
                if (deletions.begin(tenant, "system", kept, Rule.ACCOUNT_ENDED, items).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
