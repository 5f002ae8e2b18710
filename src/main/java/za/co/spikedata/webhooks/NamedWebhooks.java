package za.co.spikedata.webhooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.NamedWebhook;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Has endpoints follow the documents that are served, whoever changed them: administrators, a
 * folder that was brought in, or another node. Asks the database for those alone whose document
 * says something else than when this node last looked.
 */
@Component
class NamedWebhooks {
    private static final Logger log = LoggerFactory.getLogger(NamedWebhooks.class);

    private final Tenants tenants;
    private final NamedEndpoints endpoints;
    private Map<TenantId, List<NamedWebhook>> settled = Map.of();

    NamedWebhooks(Tenants tenants, NamedEndpoints endpoints) {
        this.tenants = tenants;
        this.endpoints = endpoints;
        tenants.onChange(this::look);
    }

    /** What fails is tried again at the next look. */
    synchronized void look() {
        var next = new HashMap<TenantId, List<NamedWebhook>>();
        for (var brand : tenants.all()) {
            var tenant = brand.tenant();
            var before = settled.getOrDefault(tenant.id(), List.of());
            boolean isSettled = before.equals(tenant.webhooks()) || isSettled(tenant);
            var now = isSettled ? tenant.webhooks() : before;
            if (!now.isEmpty()) {
                next.put(tenant.id(), now);
            }
        }
        settled = next;
    }

    /**
     * The same for one whose endpoints nobody settled when its document ceased to name them, since
     * the node died that would have.
     *
     * @param hasNamed whether it has endpoints that a document named
     */
    void sweep(Tenant tenant, boolean hasNamed) {
        if (hasNamed && tenant.webhooks().isEmpty()) {
            isSettled(tenant);
        }
    }

    private boolean isSettled(Tenant tenant) {
        try {
            endpoints.settle(tenant.id(), tenant.webhooks());
            return true;
        } catch (RuntimeException failed) {
            log.error("Expected to settle the webhooks of {}", tenant.id(), failed);
            return false;
        }
    }
}
