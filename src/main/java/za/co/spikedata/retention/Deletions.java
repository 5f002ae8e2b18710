package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;

/**
 * Begins deletions. Keys are destroyed and rows taken away in one transaction, so nothing is ever
 * half-deleted for those who look; the objects follow, and when all is seen to be gone there is a
 * receipt.
 */
@Component
public class Deletions {
    private final DeletionTable table;
    private final Holds holds;
    private final Vault vault;
    private final TenantDatabase database;
    private final Audit audit;
    private final Scheduler jobs;
    private final Clock clock;

    Deletions(
            DeletionTable table,
            Holds holds,
            Vault vault,
            TenantDatabase database,
            Audit audit,
            Scheduler jobs,
            Clock clock) {
        this.table = table;
        this.holds = holds;
        this.vault = vault;
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Begins deleting these, in the caller's transaction or in one of its own; those under a legal
     * hold stay.
     *
     * @param actor id of the person who asked, or {@code system}
     * @return ids of the deletions, which are also their receipts' ids; of what somebody else began
     *     to delete at the same time, theirs
     */
    public List<UUID> begin(TenantId tenant, String actor, Kept kept, Rule rule, List<Item> items) {
        var begun =
                database.call(
                        tenant,
                        () -> {
                            var ids = write(tenant, actor, kept, rule, items);
                            if (!ids.isEmpty()) {
                                DeletionWorker.goOn(jobs, tenant, clock.instant());
                            }
                            return ids;
                        });
        if (!begun.isEmpty()) {
            jobs.triggerCheckForDueExecutions();
        }
        return begun;
    }

    /** The same for a job that goes on with them itself. */
    List<UUID> beginOwn(TenantId tenant, Kept kept, Rule rule, List<Item> items) {
        return database.call(tenant, () -> write(tenant, "system", kept, rule, items));
    }

    private List<UUID> write(
            TenantId tenant, String actor, Kept kept, Rule rule, List<Item> asked) {
        holds.keepOut(tenant);
        var items = holds.free(tenant, asked);
        if (items.isEmpty()) {
            return List.of();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var left = kept.left(tenant, items.stream().map(Item::id).toList());
        var named = kept.remove(tenant, List.copyOf(left));
        var ids = new ArrayList<UUID>();
        var keys = new ArrayList<VaultId>();
        var told = new ArrayList<String>();
        for (var item : items) {
            if (left.contains(item.id())) {
                var whole = item.with(named.getOrDefault(item.id(), List.of()));
                keys.addAll(whole.keys());
                var deletion = new Deletion(UUID.randomUUID(), kept.kind(), whole, rule, now);
                var counting = table.insert(tenant, deletion);
                if (counting.equals(deletion.id())) {
                    told.add(item.id().toString());
                }
                ids.add(counting);
            } else {
                table.last(tenant, kept.kind(), item.id()).ifPresent(ids::add);
            }
        }
        vault.destroy(tenant, keys);
        audit.record(tenant, actor, kept.kind() + ".deleted", told);
        return List.copyOf(ids);
    }
}
