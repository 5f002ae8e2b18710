package za.co.spikedata.retention;

import java.time.Instant;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;
import za.co.spikedata.tenancy.Tenants;

/** Orders again the end of tenants that ended before and that a backup brought back. */
@Component
class ReturnedTenants {
    private static final String REASON = "It ended before, and a backup brought it back";

    private final TenantEndings endings;
    private final EndingSteps steps;
    private final Tenants tenants;
    private final TenantVersions versions;
    private final Suspensions suspensions;

    ReturnedTenants(
            TenantEndings endings,
            EndingSteps steps,
            Tenants tenants,
            TenantVersions versions,
            Suspensions suspensions) {
        this.endings = endings;
        this.steps = steps;
        this.tenants = tenants;
        this.versions = versions;
        this.suspensions = suspensions;
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

    private void order(TenantId console, TenantId tenant) {
        var name = tenants.find(tenant).map(Brand::tenant).map(Tenant::name);
        endings.orderAgain(console, tenant, name.orElse(tenant.value()), REASON);
    }
}
