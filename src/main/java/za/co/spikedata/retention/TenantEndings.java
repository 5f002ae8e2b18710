package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
        var ending = ending(console, actor, tenant.id(), tenant.name(), reason);
        if (begin(ending, () -> table.insert(console, ending))) {
            audit.record(tenant.id(), "operator", "tenant.end-ordered", tenant.id().value());
            jobs.triggerCheckForDueExecutions();
        }
        return Outcome.ORDERED;
    }

    /**
     * Orders it of a tenant that ended before, whether its portal is open or not. Where the console
     * still knows of that end, it goes on under the receipt of then.
     */
    void orderAgain(TenantId console, TenantId tenant, String name, String reason) {
        var ending = ending(console, "system", tenant, name, reason);
        var before = ending.begun().minus(Ender.STRAGGLERS);
        begin(
                ending,
                () ->
                        table.insert(console, ending)
                                || table.takeUp(console, tenant, before, ending.begun()));
    }

    private Ending ending(
            TenantId console, String actor, TenantId tenant, String name, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Ending(UUID.randomUUID(), console, tenant, name, reason, actor, now, "");
    }

    /**
     * False when it is under way already.
     *
     * @param isKept whether the table takes it
     */
    private boolean begin(Ending ending, BooleanSupplier isKept) {
        var console = ending.console();
        return database.call(
                console,
                () -> {
                    boolean isNew = isKept.getAsBoolean();
                    if (isNew) {
                        audit.record(
                                console,
                                ending.by(),
                                "tenant.end-ordered",
                                ending.tenant().value());
                        DeletionWorker.end(jobs, console, ending.begun());
                    }
                    return isNew;
                });
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
