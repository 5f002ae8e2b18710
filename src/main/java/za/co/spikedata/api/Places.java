package za.co.spikedata.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantPlaces;
import za.co.spikedata.tenancy.TenantPlaces.Place;

/** A tenant's places of one kind on this node, of which no program takes more than its own. */
final class Places {
    /** What every tenant gets as long as there is any place at all. */
    static final int FEW = 2;

    private final TenantPlaces ofTenants;
    private final Map<UUID, Integer> byLineage = new HashMap<>();

    /**
     * @param kept for tenants that have fewer than {@link #FEW}
     */
    Places(int most, int kept) {
        this.ofTenants = new TenantPlaces(most, kept, FEW);
    }

    /** One place, until it is closed. */
    synchronized Optional<Place> take(Client client, int mostOfOne, int mostOfTenant) {
        int own = byLineage.getOrDefault(client.lineage(), 0);
        if (own >= mostOfOne) {
            return Optional.empty();
        }
        return ofTenants
                .take(client.tenant(), mostOfTenant)
                .map(place -> {
                    byLineage.put(client.lineage(), own + 1);
                    return () -> leave(client, place);
                });
    }

    private synchronized void leave(Client client, Place place) {
        byLineage.computeIfPresent(client.lineage(), (_, count) -> count == 1 ? null : count - 1);
        place.close();
    }
}
