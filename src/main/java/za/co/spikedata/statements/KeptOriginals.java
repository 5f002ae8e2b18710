package za.co.spikedata.statements;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.retention.Item;
import za.co.spikedata.retention.Kept;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** PDFs that are no longer needed, while what was read from them stays. */
@Component
class KeptOriginals implements Kept {
    private final ExpiryTable expiry;
    private final KeptItems items;

    KeptOriginals(ExpiryTable expiry, KeptItems items) {
        this.expiry = expiry;
        this.items = items;
    }

    @Override
    public String kind() {
        return "original";
    }

    @Override
    public List<Item> due(Tenant tenant, Instant now, Set<UUID> held, int most) {
        var kept = tenant.retention();
        var due =
                expiry.originals(
                        tenant.id(),
                        now.minus(kept.originals()),
                        now.minus(kept.failures()),
                        held,
                        most);
        return items.expiring(tenant.id(), due, document -> document.original().stream().toList());
    }

    /** They go with their documents. */
    @Override
    public List<Item> of(TenantId tenant, UUID owner, int most) {
        return List.of();
    }

    @Override
    public List<Item> under(TenantId tenant, List<VaultId> keys) {
        var without =
                expiry.under(tenant, keys).stream()
                        .filter(document -> document.original().filter(keys::contains).isPresent())
                        .toList();
        return items.leaving(tenant, without, document -> document.original().stream().toList());
    }

    @Override
    public Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids) {
        expiry.deleteOriginals(tenant, ids);
        return Map.of();
    }

    @Override
    public Set<UUID> left(TenantId tenant, List<UUID> ids) {
        return expiry.leftOriginals(tenant, ids);
    }
}
