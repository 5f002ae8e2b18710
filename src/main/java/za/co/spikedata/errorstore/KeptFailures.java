package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import za.co.spikedata.retention.Item;
import za.co.spikedata.retention.Kept;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** Entries whose time is over, while their document may stay. */
@Component
class KeptFailures implements Kept {
    private final EntryTable entries;
    private final OpeningTable openings;

    KeptFailures(EntryTable entries, OpeningTable openings) {
        this.entries = entries;
        this.openings = openings;
    }

    @Override
    public String kind() {
        return "failure";
    }

    @Override
    public List<Item> due(Tenant tenant, Instant now, Set<UUID> held, int most) {
        var before = now.minus(tenant.retention().failures());
        return entries.before(tenant.id(), before, held, most).stream()
                .map(KeptFailures::item)
                .toList();
    }

    @Override
    public List<Item> under(TenantId tenant, List<VaultId> keys) {
        return entries.under(tenant, keys).stream().map(KeptFailures::item).toList();
    }

    private static Item item(Entry entry) {
        return new Item(entry.document(), entry.person(), List.of(entry.vault()), "");
    }

    /** They go with their documents. */
    @Override
    public List<Item> of(TenantId tenant, UUID owner, int most) {
        return List.of();
    }

    @Override
    public Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids) {
        openings.delete(tenant, ids);
        return entries.delete(tenant, ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }

    @Override
    public Set<UUID> left(TenantId tenant, List<UUID> ids) {
        return entries.left(tenant, ids);
    }
}
