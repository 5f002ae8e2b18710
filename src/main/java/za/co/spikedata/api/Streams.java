package za.co.spikedata.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Streams that are open on this node; each asks the database twice a second. */
@Component
class Streams {
    static final int MOST_OF_ONE = 8;
    private static final int MOST_OF_ALL = 64;

    private final Map<UUID, Integer> byCredential = new HashMap<>();
    private int all;

    synchronized Optional<InFlight.Place> open(Client client) {
        int own = byCredential.getOrDefault(client.credential(), 0);
        if (own >= MOST_OF_ONE || all >= MOST_OF_ALL) {
            return Optional.empty();
        }
        byCredential.put(client.credential(), own + 1);
        all++;
        return Optional.of(() -> close(client));
    }

    private synchronized void close(Client client) {
        byCredential.computeIfPresent(
                client.credential(), (_, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
