package za.co.spikedata.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Ends acting for a tenant as soon as its document wants none, whoever changed it: administrators,
 * a folder that was brought in, or another node.
 */
@Component
class UnwantedActings {
    private static final Logger log = LoggerFactory.getLogger(UnwantedActings.class);
    private static final String BY = "system";

    private final Tenants tenants;
    private final ActingEnds ends;
    private Set<TenantId> ended = Set.of();

    UnwantedActings(Tenants tenants, ActingEnds ends) {
        this.tenants = tenants;
        this.ends = ends;
        tenants.onChange(this::look);
    }

    /** Those that were looked at before need no other look until they want it again. */
    private synchronized void look() {
        var unwanting =
                tenants.all().stream()
                        .map(brand -> brand.tenant())
                        .filter(tenant -> !tenant.acting())
                        .map(Tenant::id)
                        .collect(Collectors.toSet());
        ended =
                unwanting.stream()
                        .filter(tenant -> ended.contains(tenant) || isEnded(tenant))
                        .collect(Collectors.toSet());
    }

    private boolean isEnded(TenantId tenant) {
        try {
            ends.endAll(tenant, BY);
            return true;
        } catch (RuntimeException failed) {
            log.error("Expected to end what operators do for {}", tenant, failed);
            return false;
        }
    }
}
