package za.co.spikedata.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/** Orders again the end of tenants that ended before and that a backup brought back. */
@Component
class ReturnedTenants {
    private static final String REASON = "It ended before, and a backup brought it back";

    private final EndingTable table;
    private final EndingSteps steps;
    private final Tenants tenants;
    private final TenantVersions versions;
    private final Suspensions suspensions;
    private final TenantDatabase database;
    private final Audit audit;
    private final Scheduler jobs;
    private final Clock clock;

    ReturnedTenants(
            EndingTable table,
            EndingSteps steps,
            Tenants tenants,
            TenantVersions versions,
            Suspensions suspensions,
            TenantDatabase database,
            Audit audit,
            Scheduler jobs,
            Clock clock) {
        this.table = table;
        this.steps = steps;
        this.tenants = tenants;
        this.versions = versions;
        this.suspensions = suspensions;
        this.database = database;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Shuts it at once; the rest is done as the first time, and a legal hold keeps what it does.
     *
     * @param ended when the contract did
     * @return false until nothing of it is left
     */
    boolean isSettled(TenantId tenant, Instant ended) {
        if (steps.isOver(tenant) || isMadeSince(tenant, ended)) {
            return true;
        }
        if (!versions.isEnded(tenant)) {
            suspensions.begin(tenant, "ends");
        }
        tenants.consoles().stream().findFirst().ifPresent(console -> order(console.id(), tenant));
        return false;
    }

    /**
     * Whether an operator made another of that short name. A folder that is still there decides
     * nothing anew: what it brought ends again when the portal starts, before anybody uses it.
     */
    private boolean isMadeSince(TenantId tenant, Instant ended) {
        return versions.find(tenant, 1)
                .filter(first -> !first.madeBy().equals(TenantVersion.FOLDER))
                .filter(first -> first.madeAt().isAfter(ended))
                .isPresent();
    }

    /** Where the console still knows of it, it goes on under the receipt of then. */
    private void order(TenantId console, TenantId tenant) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var name = tenants.find(tenant).map(Brand::tenant).map(each -> each.name());
        var ending =
                new Ending(
                        UUID.randomUUID(),
                        console,
                        tenant,
                        name.orElse(tenant.value()),
                        REASON,
                        "system",
                        now,
                        "");
        database.run(
                console,
                () -> {
                    var before = now.minus(Ender.STRAGGLERS);
                    if (table.insert(console, ending)
                            || table.takeUp(console, tenant, before, now)) {
                        audit.record(console, "system", "tenant.end-ordered", tenant.value());
                        DeletionWorker.end(jobs, console, now);
                    }
                });
    }
}
