package za.co.spikedata.admin;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** The tenants that operators may act on: the console and the API are nobody's to touch. */
final class Portals {
    private Portals() {}

    static List<Tenant> all(Tenants tenants) {
        return tenants.all().stream().map(Brand::tenant).filter(Tenant::isPortal).toList();
    }

    static Optional<Tenant> find(Tenants tenants, String id) {
        return Optional.of(id)
                .filter(TenantId::isValid)
                .flatMap(valid -> tenants.find(new TenantId(valid)))
                .map(Brand::tenant)
                .filter(Tenant::isPortal);
    }

    /**
     * @throws ResponseStatusException 404 when there is none
     */
    static Tenant of(Tenants tenants, String id) {
        return find(tenants, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
