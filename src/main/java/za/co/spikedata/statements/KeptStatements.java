package za.co.spikedata.statements;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import za.co.spikedata.errorstore.ErrorStore;
import za.co.spikedata.identity.PersonId;
import za.co.spikedata.retention.Item;
import za.co.spikedata.retention.Kept;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.VaultId;

/**
 * Whole documents: the PDF, if it is still there, all that is known of it, and its entry in the
 * error store. They come before their parts, which so go with them where both are due.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeptStatements implements Kept {
    static final String KIND = "statement";

    private final DocumentTable documents;
    private final ExpiryTable expiry;
    private final KeptItems items;
    private final ErrorStore errors;
    private final Watchers watchers;

    KeptStatements(
            DocumentTable documents,
            ExpiryTable expiry,
            KeptItems items,
            ErrorStore errors,
            Watchers watchers) {
        this.documents = documents;
        this.expiry = expiry;
        this.items = items;
        this.errors = errors;
        this.watchers = watchers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Item> due(Tenant tenant, Instant now, Set<UUID> held, int most) {
        var kept = tenant.retention();
        var due =
                expiry.statements(
                        tenant.id(),
                        now.minus(kept.results()),
                        now.minus(kept.failures()),
                        held,
                        most);
        return items.expiring(tenant.id(), due, keys(tenant.id(), due));
    }

    @Override
    public List<Item> of(TenantId tenant, UUID owner, int most) {
        return leaving(tenant, documents.mine(tenant, new PersonId(owner), "all", most, 0));
    }

    @Override
    public List<Item> ofAll(TenantId tenant, int most) {
        return leaving(tenant, expiry.all(tenant, most));
    }

    @Override
    public List<Item> under(TenantId tenant, List<VaultId> keys) {
        return leaving(
                tenant,
                expiry.under(tenant, keys).stream()
                        .filter(document -> keys.contains(document.vault()))
                        .toList());
    }

    List<Item> leaving(TenantId tenant, List<Document> of) {
        return items.leaving(tenant, of, keys(tenant, of));
    }

    private Function<Document, List<VaultId>> keys(TenantId tenant, List<Document> of) {
        var filed = errors.keys(tenant, of.stream().map(each -> each.id().value()).toList());
        return document -> keys(document, filed);
    }

    private static List<VaultId> keys(Document document, Map<UUID, VaultId> filed) {
        return Stream.of(
                        Stream.of(document.vault()),
                        document.original().stream(),
                        Stream.ofNullable(filed.get(document.id().value())))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public Map<UUID, List<VaultId>> remove(TenantId tenant, List<UUID> ids) {
        watchers.deleted(tenant, expiry.delete(tenant, ids));
        return errors.remove(tenant, ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }

    @Override
    public Set<UUID> left(TenantId tenant, List<UUID> ids) {
        var left = new HashSet<>(expiry.left(tenant, ids));
        left.addAll(errors.left(tenant, ids));
        return left;
    }
}
