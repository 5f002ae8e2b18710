package za.co.spikedata.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.InvalidLayers;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.StoredTenants;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.TenantVersion;
import za.co.spikedata.tenancy.TenantVersions;

/**
 * Brings plans that were decided on before documents told them into the documents, once each and
 * before anything is served. A document that is not valid keeps its own tenant's waiting alone.
 */
@Component
class EarlierPlans implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(EarlierPlans.class);

    private final PlanTable table;
    private final StoredTenants stored;
    private final TenantVersions versions;
    private final TenantDatabase database;

    EarlierPlans(
            PlanTable table,
            StoredTenants stored,
            TenantVersions versions,
            TenantDatabase database) {
        this.table = table;
        this.stored = stored;
        this.versions = versions;
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var broughtIn =
                stored.ids().stream()
                        .filter(tenant -> !versions.files(tenant).isEmpty())
                        .filter(this::isBroughtIn)
                        .toList();
        if (!broughtIn.isEmpty()) {
            versions.refresh();
        }
    }

    private boolean isBroughtIn(TenantId tenant) {
        try {
            return database.call(
                    tenant,
                    () -> {
                        var plan = table.findOutsideOfDocument(tenant);
                        plan.ifPresent(each -> bringIn(tenant, each));
                        return plan.isPresent();
                    });
        } catch (InvalidLayers invalid) {
            log.error("The plan of {} waits until its document is valid", tenant, invalid);
            return false;
        }
    }

    private void bringIn(TenantId tenant, Plan plan) {
        versions.change(tenant, plan::onto, TenantVersion.PLATFORM, _ -> {});
        table.tellInDocument(tenant);
    }
}
