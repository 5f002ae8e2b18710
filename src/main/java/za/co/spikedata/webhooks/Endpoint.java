package za.co.spikedata.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A server of a tenant's own that is told of events.
 *
 * @param sealedUrl its address may hold a secret, so it is kept as one
 * @param failingSince since when nothing got there
 */
record Endpoint(
        UUID id,
        String name,
        byte[] sealedUrl,
        Set<Event> events,
        State state,
        String createdBy,
        Instant createdAt,
        Optional<Instant> failingSince) {
    /** Whether it is told. */
    enum State {
        ACTIVE,
        /** By an administrator; what happens meanwhile waits. */
        PAUSED,
        /** By us, since nothing got there for long; what happens meanwhile is not kept for it. */
        DISABLED
    }

    Endpoint {
        events = Set.copyOf(events);
    }

    static String urlContext(UUID id) {
        return "webhooks_endpoint/" + id + "/url";
    }

    static String secretContext(UUID id) {
        return "webhooks_endpoint/" + id + "/secret";
    }

    @Override
    public String toString() {
        return "Endpoint[" + id + ", " + state + "]";
    }
}
