package za.co.spikedata.api;

import org.springframework.stereotype.Component;
import za.co.spikedata.identity.People;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Tells those who look after a tenant that its credits run out, once for each time they do. */
@Component
class LowBalance {
    private final People people;
    private final Tenants tenants;
    private final Origins origins;
    private final Outbox outbox;

    LowBalance(People people, Tenants tenants, Origins origins, Outbox outbox) {
        this.people = people;
        this.tenants = tenants;
        this.origins = origins;
        this.outbox = outbox;
    }

    static boolean isLow(Plan plan, long balance) {
        return balance < plan.lowMark();
    }

    /** In the transaction of the charge, so that whoever is charged again is not told again. */
    void tell(TenantId tenant, Plan plan, long before, long after) {
        if (isLow(plan, before) || !isLow(plan, after)) {
            return;
        }
        tenants.find(tenant)
                .ifPresent(brand ->
                        people.administrators(tenant)
                                .forEach(email ->
                                        outbox.send(
                                                tenant,
                                                email,
                                                "low-balance",
                                                Usage.credits(after),
                                                origins.url(brand.tenant(), "/api-usage"))));
    }
}
