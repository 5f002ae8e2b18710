package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/** Legal holds: what a law or a court wants kept is not deleted, and its owner is told so. */
@Component
public class Holds {
    private final HoldTable table;
    private final TenantDatabase database;
    private final Audit audit;
    private final Scheduler jobs;
    private final Clock clock;

    Holds(HoldTable table, TenantDatabase database, Audit audit, Scheduler jobs, Clock clock) {
        this.table = table;
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Those that still hold, the newest first. */
    public List<Hold> of(TenantId tenant) {
        return table.standing(tenant);
    }

    /**
     * Holds a person's things, or all of a tenant's.
     *
     * @param actor id of the operator
     * @param owner whose things; null: everybody's
     * @param reason such as a case number; shown to the tenant's administrators
     */
    public UUID place(TenantId tenant, String actor, @Nullable UUID owner, String reason) {
        return database.call(
                tenant,
                () -> {
                    table.lock(
                            tenant,
                            "pg_advisory_xact_lock"); // deletions that do not see it end first
                    var id = UUID.randomUUID();
                    table.insert(tenant, id, owner, reason, actor);
                    audit.record(tenant, actor, "hold.placed", id.toString());
                    return id;
                });
    }

    /**
     * What its owner asked for meanwhile is not deleted by this: it is to be asked for again. What
     * is left of an account that ended goes at once.
     *
     * @return whether it stood
     */
    public boolean lift(TenantId tenant, String actor, UUID id) {
        return database.call(
                tenant,
                () -> {
                    boolean isLifted = table.lift(tenant, id, actor);
                    if (isLifted) {
                        audit.record(tenant, actor, "hold.lifted", id.toString());
                        DeletionWorker.goOn(jobs, tenant, clock.instant());
                    }
                    return isLifted;
                });
    }

    public boolean isHeld(TenantId tenant, UUID owner) {
        return standing(tenant).isHeld(owner);
    }

    /** Until the caller's transaction ends, no hold is placed; one that was comes first. */
    void keepOut(TenantId tenant) {
        table.lock(tenant, "pg_advisory_xact_lock_shared");
    }

    List<Item> free(TenantId tenant, List<Item> items) {
        var standing = standing(tenant);
        return items.stream().filter(item -> !standing.isHeld(item.owner())).toList();
    }

    Standing standing(TenantId tenant) {
        var owners = table.owners(tenant);
        return new Standing(
                owners.stream().anyMatch(Optional::isEmpty),
                owners.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    /**
     * What may not be deleted now.
     *
     * @param isAll whether everything of the tenant is held
     * @param owners whose things are held
     */
    record Standing(boolean isAll, Set<UUID> owners) {
        Standing {
            owners = Set.copyOf(owners);
        }

        boolean isNone() {
            return !isAll && owners.isEmpty();
        }

        boolean isHeld(UUID owner) {
            return isAll || owners.contains(owner);
        }
    }
}
