package za.co.spikedata.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/**
 * Places of one kind on this node, shared out by tenant: whoever asks for most never gets those
 * that are kept for tenants with hardly any.
 */
final class Places {
    /** What every tenant gets as long as there is any place at all. */
    static final int FEW = 2;

    private final int most;
    private final int kept;
    private final Map<UUID, Integer> byCredential = new HashMap<>();
    private final Map<TenantId, Integer> byTenant = new HashMap<>();
    private int all;

    /**
     * @param kept for tenants that have fewer than {@link #FEW}
     */
    Places(int most, int kept) {
        this.most = most;
        this.kept = kept;
    }

    /** One place, until it is closed. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    synchronized Optional<Place> take(Client client, int mostOfOne, int mostOfTenant) {
        int own = byCredential.getOrDefault(client.credential(), 0);
        int ofTenant = byTenant.getOrDefault(client.tenant(), 0);
        int free = ofTenant < FEW ? most - all : most - kept - all;
        if (own >= mostOfOne || ofTenant >= mostOfTenant || free <= 0) {
            return Optional.empty();
        }
        byCredential.put(client.credential(), own + 1);
        byTenant.put(client.tenant(), ofTenant + 1);
        all++;
        return Optional.of(() -> leave(client));
    }

    private synchronized void leave(Client client) {
        less(byCredential, client.credential());
        less(byTenant, client.tenant());
        all--;
    }

    private static <K> void less(Map<K, Integer> counts, K key) {
        counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }
}
