package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.EndedVault;

/** Tenants whose contract is over, and all that is theirs with it. */
@Component
public class TenantEndings {
    private final EndingTable table;
    private final Holds holds;
    private final EndedVault vault;
    private final Suspensions suspensions;
    private final TenantDatabase database;
    private final Audit audit;
    private final Scheduler jobs;
    private final Clock clock;

    TenantEndings(
            EndingTable table,
            Holds holds,
            EndedVault vault,
            Suspensions suspensions,
            TenantDatabase database,
            Audit audit,
            Scheduler jobs,
            Clock clock) {
        this.table = table;
        this.holds = holds;
        this.vault = vault;
        this.suspensions = suspensions;
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What came of an order. */
    public enum Outcome {
        ORDERED,
        /** Its portal is open: close it first. */
        OPEN,
        /** A legal hold keeps something of it. */
        HELD
    }

    /** Whether a law or a court keeps something of the tenant, so that its end waits. */
    public boolean isHeld(TenantId tenant) {
        return !holds.standing(tenant).isNone() && !vault.isWithoutKeys(tenant);
    }

    /**
     * Orders the end of a tenant, from which there is no way back; once.
     *
     * @param actor id of the operator
     * @param reason for operators alone
     */
    public Outcome order(TenantId console, String actor, Tenant tenant, String reason) {
        if (!suspensions.isSuspended(tenant.id())) {
            return Outcome.OPEN;
        }
        if (isHeld(tenant.id())) {
            return Outcome.HELD;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ending =
                new Ending(
                        UUID.randomUUID(),
                        console,
                        tenant.id(),
                        tenant.name(),
                        reason,
                        actor,
                        now,
                        "");
        boolean isNew =
                database.call(
                        console,
                        () -> {
                            boolean isFirst = table.insert(console, ending);
                            if (isFirst) {
                                audit.record(
                                        console, actor, "tenant.end-ordered", tenant.id().value());
                                DeletionWorker.end(jobs, console, now);
                            }
                            return isFirst;
                        });
        if (isNew) {
            audit.record(tenant.id(), "operator", "tenant.end-ordered", tenant.id().value());
            jobs.triggerCheckForDueExecutions();
        }
        return Outcome.ORDERED;
    }

    /** All that were ordered from a console, the newest first. */
    public List<Ending> of(TenantId console) {
        return table.all(console);
    }

    public boolean isOrdered(TenantId console, TenantId tenant) {
        return table.all(console).stream().anyMatch(ending -> ending.tenant().equals(tenant));
    }

    public Optional<Ending> find(TenantId console, UUID id) {
        return table.find(console, id);
    }
}
