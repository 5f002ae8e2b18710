package za.co.spikedata.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Places of one kind on this node, shared out by tenant: whoever asks for most never gets those
 * that are kept for tenants with hardly any.
 */
public final class TenantPlaces {
    private final int most;
    private final int kept;
    private final int few;
    private final Map<TenantId, Integer> byTenant = new HashMap<>();
    private int all;

    /**
     * @param kept of all of them, for tenants that have fewer than few
     * @param few what every tenant gets as long as there is any place at all
     */
    public TenantPlaces(int most, int kept, int few) {
        this.most = most;
        this.kept = kept;
        this.few = few;
    }

    /** One place, until it is closed. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    public synchronized Optional<Place> take(TenantId tenant, int mostOfTenant) {
        int own = byTenant.getOrDefault(tenant, 0);
        int free = own < few ? most - all : most - kept - all;
        if (own >= mostOfTenant || free <= 0) {
            return Optional.empty();
        }
        byTenant.put(tenant, own + 1);
        all++;
        return Optional.of(() -> leave(tenant));
    }

    private synchronized void leave(TenantId tenant) {
        byTenant.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
