package za.co.spikedata.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Requests under way on this node. Each holds a file in memory, so that there is a most for all of
 * them; what comes above it is told so at once and costs nothing.
 */
@Component
class InFlight {
    /** Files of 12 MB each in memory at the worst. */
    static final int MOST_OF_ALL = 24;

    private final Map<UUID, Integer> byCredential = new HashMap<>();
    private final Map<TenantId, Integer> byTenant = new HashMap<>();
    private int all;

    /** One request, until it is closed. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    synchronized Optional<Place> enter(Client client) {
        int own = byCredential.getOrDefault(client.credential(), 0);
        int ofTenant = byTenant.getOrDefault(client.tenant(), 0);
        if (own >= client.mostAtOnce()
                || ofTenant >= client.plan().atOnce()
                || all >= MOST_OF_ALL) {
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
