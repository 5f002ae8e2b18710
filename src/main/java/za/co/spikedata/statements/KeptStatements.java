package za.co.spikedata.statements;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.retention.Item;
import za.co.spikedata.retention.Kept;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/** Whole documents: the PDF, if it is still there, and all that is known of it. */
@Component
class KeptStatements implements Kept {
    private final DocumentTable documents;
    private final ExpiryTable expiry;
    private final KeptItems items;

    KeptStatements(DocumentTable documents, ExpiryTable expiry, KeptItems items) {
        this.documents = documents;
        this.expiry = expiry;
        this.items = items;
    }

    @Override
    public String kind() {
        return "statement";
    }

    @Override
    public List<Item> due(Tenant tenant, Instant now, Set<UUID> held, int most) {
        var kept = tenant.retention();
        return items(
                tenant.id(),
                expiry.statements(
                        tenant.id(),
                        now.minus(kept.results()),
                        now.minus(kept.failures()),
                        held,
                        most));
    }

    @Override
    public List<Item> of(TenantId tenant, UUID owner, int most) {
        return items(tenant, documents.mine(tenant, new PersonId(owner), "all", most, 0));
    }

    List<Item> items(TenantId tenant, List<Document> of) {
        return items.of(tenant, of, KeptStatements::keys);
    }

    private static List<VaultId> keys(Document document) {
        return Stream.concat(Stream.of(document.vault()), document.original().stream()).toList();
    }

    @Override
    public void remove(TenantId tenant, List<UUID> ids) {
        expiry.delete(tenant, ids);
    }

    @Override
    public Set<UUID> left(TenantId tenant, List<UUID> ids) {
        return expiry.left(tenant, ids);
    }
}
