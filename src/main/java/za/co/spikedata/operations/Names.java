package za.co.spikedata.operations;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Tenants as operators call them. */
@Component
class Names {
    private final Tenants tenants;

    Names(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The short one where the tenant is served no more. */
    String of(TenantId tenant) {
        return tenants.find(tenant).map(brand -> brand.tenant().name()).orElse(tenant.value());
    }

    /** What was typed, as a tenant's short name; empty where it is none that is served. */
    Optional<TenantId> parse(String typed) {
        return tenants.all().stream()
                .map(brand -> brand.tenant().id())
                .filter(id -> id.value().equals(typed.strip()))
                .findFirst();
    }
}
