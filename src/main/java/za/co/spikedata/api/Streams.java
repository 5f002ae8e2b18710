package za.co.spikedata.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantPlaces;

/** Streams that are open on this node; each asks the database twice a second. */
@Component
class Streams {
    static final int MOST_OF_ONE = 8;
    private static final int MOST_OF_TENANT = 24;
    private static final int MOST_OF_ALL = 64;
    private static final int KEPT = 16;

    private final Places places = new Places(MOST_OF_ALL, KEPT);

    Optional<TenantPlaces.Place> open(Client client) {
        return places.take(client, MOST_OF_ONE, MOST_OF_TENANT);
    }
}
