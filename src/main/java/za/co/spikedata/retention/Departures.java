package za.co.spikedata.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Gone;
import za.co.spikedata.vault.Returned;

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
    private final Holds holds;
    private final Gone gone;
    private final TenantDatabase database;
    private final List<Kept> kinds;
    private final Clock clock;

    Departures(
            DepartureTable table,
            Deletions deletions,
            Holds holds,
            Gone gone,
            TenantDatabase database,
            List<Kept> kinds,
            Clock clock) {
        this.table = table;
        this.deletions = deletions;
        this.holds = holds;
        this.gone = gone;
        this.database = database;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /** What somebody leaves behind, or the first of it. */
    public record Things(UUID owner, Map<Kept, List<Item>> items) {
        @Override
        public String toString() {
            return "Things[" + owner + "]";
        }
    }

    /** Looks, outside of any transaction, since the store is asked. */
    public Things of(TenantId tenant, UUID owner) {
        var items = new LinkedHashMap<Kept, List<Item>>();
        kinds.forEach(kept -> items.put(kept, kept.of(tenant, owner, BATCH)));
        return new Things(owner, items);
    }

    /** Begins it, in the transaction that ends the account; what came in meanwhile follows. */
    public void begin(TenantId tenant, Things things) {
        database.run(
                tenant,
                () -> {
                    table.insert(tenant, things.owner(), clock.instant());
                    things.items()
                            .forEach((kept, items) ->
                                    deletions.begin(
                                            tenant, "system", kept, Rule.ACCOUNT_ENDED, items));
                });
    }

    /** Goes on with what was held, or came in while the account ended. */
    void goOn(TenantId tenant) {
        for (var row : table.all(tenant)) {
            note(tenant, row);
            if (holds.isHeld(tenant, row.owner())) {
                continue;
            }
            boolean isSettled = row.begun().plus(STRAGGLERS).isBefore(clock.instant());
            if (isDeleting(tenant, row.owner()) && isSettled) {
                table.delete(tenant, row.owner());
            }
        }
    }

    /** So that a database from before it is found out. */
    private void note(TenantId tenant, DepartureTable.Row row) {
        if (!row.isNoted()) {
            gone.note(tenant, new Returned.Account(row.owner()));
            table.noted(tenant, row.owner());
        }
    }

    /** False when something stays for now. */
    private boolean isDeleting(TenantId tenant, UUID owner) {
        for (var kept : kinds) {
            for (var items = kept.of(tenant, owner, BATCH);
                    !items.isEmpty();
                    items = kept.of(tenant, owner, BATCH)) {
                if (deletions.beginOwn(tenant, kept, Rule.ACCOUNT_ENDED, items).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
