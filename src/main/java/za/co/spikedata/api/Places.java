package za.co.spikedata.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantPlaces;
import za.co.spikedata.tenancy.TenantPlaces.Place;

/** A tenant's places of one kind on this node, of which no credential takes more than its own. */
final class Places {
    /** What every tenant gets as long as there is any place at all. */
    static final int FEW = 2;

    private final TenantPlaces ofTenants;
    private final Map<UUID, Integer> byCredential = new HashMap<>();

    /**
     * @param kept for tenants that have fewer than {@link #FEW}
     */
    Places(int most, int kept) {
        this.ofTenants = new TenantPlaces(most, kept, FEW);
    }

    /** One place, until it is closed. */
    synchronized Optional<Place> take(Client client, int mostOfOne, int mostOfTenant) {
        int own = byCredential.getOrDefault(client.credential(), 0);
        if (own >= mostOfOne) {
            return Optional.empty();
        }
        return ofTenants
                .take(client.tenant(), mostOfTenant)
                .map(place -> {
                    byCredential.put(client.credential(), own + 1);
                    return () -> leave(client, place);
                });
    }

    private synchronized void leave(Client client, Place place) {
        byCredential.computeIfPresent(
                client.credential(), (_, count) -> count == 1 ? null : count - 1);
        place.close();
    }
}
