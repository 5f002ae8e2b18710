package za.co.spikedata.domains;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.OwnHosts;
import za.co.spikedata.tenancy.TenantId;

/** The hosts that DNS proved to be a tenant's. */
@Component
class ProvenHosts implements OwnHosts {
    private final ClaimTable claims;

    ProvenHosts(ClaimTable claims) {
        this.claims = claims;
    }

    @Override
    public Set<String> of(TenantId tenant) {
        return claims.of(tenant).stream()
                .filter(Claim::isProven)
                .map(Claim::host)
                .collect(Collectors.toUnmodifiableSet());
    }
}
