package za.co.spikedata.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Tells of acting for a tenant in two trails: the tenant's and the console's. */
@Component
class ActingTrail {
    private final Tenants tenants;
    private final Audit audit;

    ActingTrail(Tenants tenants, Audit audit) {
        this.tenants = tenants;
        this.audit = audit;
    }

    /** In a transaction of its own: before what it tells of, so that nothing is done untold. */
    void tellConsole(TenantId tenant, PersonId operator, String action) {
        console()
                .ifPresent(console ->
                        audit.record(console, operator.toString(), action, tenant.value()));
    }

    /** With what it tells of, where a transaction is open. */
    void tellTenant(TenantId tenant, String by, String action, String subject) {
        audit.record(tenant, by, action, subject);
    }

    Optional<TenantId> console() {
        return tenants.consoles().stream().map(Tenant::id).findFirst();
    }
}
