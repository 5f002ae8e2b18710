package za.co.spikedata.api;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/** What operators decide about a tenant's use of the API; the trails of both tell. */
@Component
public class Plans {
    private final Tenants tenants;
    private final TenantVersions versions;
    private final PlanTable table;
    private final Ledger ledger;
    private final TenantDatabase database;
    private final Audit audit;
    private final Clock clock;

    Plans(
            Tenants tenants,
            TenantVersions versions,
            PlanTable table,
            Ledger ledger,
            TenantDatabase database,
            Audit audit,
            Clock clock) {
        this.tenants = tenants;
        this.versions = versions;
        this.table = table;
        this.ledger = ledger;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException where the tenant is not served
     */
    public Plan of(TenantId tenant) {
        return tenants.plan(tenant).orElseThrow(() -> unserved(tenant));
    }

    /** Tenths of a credit that are left; of a tenant that is not served, those that are written. */
    public long balance(TenantId tenant) {
        return ledger.balance(tenant);
    }

    /** How long the tenant's ledger is. */
    public long lines(TenantId tenant) {
        return ledger.lines(tenant);
    }

    /** The next version of the tenant's document says it, and is served. */
    public void set(TenantId tenant, Person operator, Plan plan, String reason) {
        database.run(
                tenant,
                () -> {
                    versions.change(tenant, plan::onto, operator.id().toString(), _ -> {});
                    table.insert(tenant, plan, decision(operator, reason));
                    audit.record(tenant, operator.id().toString(), "api.plan.set", tenant.value());
                });
        versions.refresh();
        audit.record(operator.tenant(), operator.id().toString(), "api.plan.set", tenant.value());
    }

    /**
     * Once for each id, however often the form is sent.
     *
     * @param tenths less than none takes credits away
     * @return false when there are fewer than are to be taken
     * @throws IllegalStateException where the tenant is not served, and so nobody knows its plan
     */
    public boolean give(TenantId tenant, Person operator, UUID id, long tenths, String reason) {
        var isFirst = new AtomicBoolean();
        boolean isGiven =
                database.call(
                        tenant,
                        () -> {
                            if (!ledger.give(tenant, id, tenths)) {
                                return false;
                            }
                            if (table.insert(tenant, id, tenths, decision(operator, reason))) {
                                isFirst.set(true);
                                audit.record(
                                        tenant,
                                        operator.id().toString(),
                                        "api.credits.given",
                                        id.toString());
                            }
                            return true;
                        });
        if (isFirst.get()) {
            audit.record(
                    operator.tenant(),
                    operator.id().toString(),
                    "api.credits.given",
                    tenant.value());
        }
        return isGiven;
    }

    static IllegalStateException unserved(TenantId tenant) {
        return new IllegalStateException("Expected %s to be served".formatted(tenant));
    }

    private PlanTable.Decision decision(Person operator, String reason) {
        return new PlanTable.Decision(operator.id().toString(), clock.instant(), reason);
    }
}
