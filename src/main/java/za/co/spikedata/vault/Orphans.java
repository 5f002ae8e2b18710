package za.co.spikedata.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Compares the store with the rows that name what lies in it. What no row knows of, such as the
 * rest of an upload that a killed node left behind, is removed; what a row knows of and the store
 * has lost is told.
 */
@Component
class Orphans {
    /**
     * How old an object must be, and how long no row may have known of it: longer than any upload
     * takes, and than it takes to find out that the wrong copy of the database was restored.
     */
    static final Duration GRACE = Duration.ofDays(7);

    private static final int BATCH = 1_000;

    private static final UUID FIRST = new UUID(0, 0);

    private final ObjectStore store;
    private final VaultTable table;
    private final SeenOrphans seen;
    private final TenantDatabase database;
    private final Tenants served;
    private final Audit audit;
    private final Clock clock;

    Orphans(
            ObjectStore store,
            VaultTable table,
            SeenOrphans seen,
            TenantDatabase database,
            Tenants served,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.table = table;
        this.seen = seen;
        this.database = database;
        this.served = served;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Removes what no row has known of for long, and tells the console's trail: it was nobody's.
     *
     * @param tenants all there are, served or not: what is of none of them is nobody's
     * @return how many objects there were
     */
    int sweep(Set<TenantId> tenants) {
        int removed = 0;
        var before = clock.instant().minus(GRACE);
        for (var shelf : Shelf.values()) {
            for (var page : store.pages(shelf, before)) {
                var known = known(tenants, page);
                var orphans = page.stream().filter(name -> !known.contains(name)).toList();
                seen.forget(List.copyOf(known));
                removed += removed(orphans, before);
            }
        }
        tell(removed);
        return removed;
    }

    private void tell(int removed) {
        if (removed == 0) {
            return;
        }
        served.consoles()
                .forEach(console ->
                        audit.record(
                                console.id(), "system", "objects.swept", String.valueOf(removed)));
    }

    /** Those that were orphans long ago already; the others are remembered. */
    private int removed(List<String> orphans, Instant before) {
        var due = List.copyOf(seen.seenBefore(orphans, before));
        store.delete(due);
        seen.see(orphans, clock.instant());
        seen.forget(due);
        return due.size();
    }

    private Set<String> known(Set<TenantId> tenants, List<String> names) {
        var known = new HashSet<String>();
        for (var tenant : tenants) {
            known.addAll(database.call(tenant, () -> table.known(tenant, names)));
        }
        return known;
    }

    /** Keys of which the store has lost an object or a half; what was deleted meanwhile is not. */
    List<VaultId> lost(TenantId tenant) {
        var lost = new ArrayList<VaultId>();
        var after = FIRST;
        for (var page = page(tenant, after); !page.isEmpty(); page = page(tenant, after)) {
            var missing =
                    store.missing(page.stream().flatMap(row -> row.names().stream()).toList());
            page.stream()
                    .filter(row -> row.names().stream().anyMatch(missing::contains))
                    .filter(row -> isStill(tenant, row))
                    .map(VaultTable.Named::id)
                    .forEach(lost::add);
            after = page.getLast().id().value();
        }
        return lost;
    }

    private List<VaultTable.Named> page(TenantId tenant, UUID after) {
        return database.call(tenant, () -> table.named(tenant, after, BATCH));
    }

    /** A row that changed while the store was asked is another's matter. */
    private boolean isStill(TenantId tenant, VaultTable.Named row) {
        return database.call(tenant, () -> table.find(tenant, row.id()))
                .filter(entry -> row.equals(VaultTable.Named.of(row.id(), entry)))
                .isPresent();
    }
}
