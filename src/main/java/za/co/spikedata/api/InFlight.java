package za.co.spikedata.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantPlaces;

/**
 * Requests under way on this node. Each holds a file in memory, so that there is a most for all of
 * them; what comes above it is told so at once and costs nothing.
 */
@Component
class InFlight {
    /** Files of 12 MB each in memory at the worst. */
    static final int MOST_OF_ALL = 24;

    private static final int KEPT = 8;

    private final Places places = new Places(MOST_OF_ALL, KEPT);

    Optional<TenantPlaces.Place> enter(Client client) {
        return places.take(client, client.mostAtOnce(), client.plan().atOnce());
    }
}
