package za.co.spikedata.admin;

import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.retention.TenantEndings;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantId;

/** Closes a tenant's portal and opens it again; both trails tell who did, the tenant's too. */
@Component
class TenantClosing {
    private final Suspensions suspensions;
    private final TenantEndings endings;
    private final People people;
    private final Audit audit;

    TenantClosing(Suspensions suspensions, TenantEndings endings, People people, Audit audit) {
        this.endings = endings;
        this.suspensions = suspensions;
        this.people = people;
        this.audit = audit;
    }

    void suspend(Person operator, TenantId tenant, String reason) {
        if (suspensions.begin(tenant, reason)) {
            people.endSessions(tenant);
            tell(operator, tenant, "tenant.suspended");
        }
    }

    /**
     * Sessions from before stay ended: everybody signs in anew.
     *
     * @return false for a tenant whose end was ordered
     */
    boolean resume(Person operator, TenantId tenant) {
        if (endings.isOrdered(operator.tenant(), tenant)) {
            return false;
        }
        if (suspensions.end(tenant)) {
            tell(operator, tenant, "tenant.resumed");
        }
        return true;
    }

    private void tell(Person operator, TenantId tenant, String action) {
        audit.record(operator.tenant(), operator.id().toString(), action, tenant.value());
        audit.record(tenant, "operator", action, tenant.value());
    }
}
