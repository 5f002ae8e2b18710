package za.co.spikedata.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A server of a tenant's own that is told of events.
 *
 * @param sealedUrl its address may hold a secret, so it is kept as one
 * @param origin who says where it is and what it is told
 * @param failingSince since when nothing got there
 */
record Endpoint(
        UUID id,
        String name,
        byte[] sealedUrl,
        Set<Event> events,
        State state,
        Origin origin,
        String createdBy,
        Instant createdAt,
        Optional<Instant> failingSince) {
    /** Whether it is told. */
    enum State {
        ACTIVE,
        /** By an administrator; what happens meanwhile waits. */
        PAUSED,
        /**
         * By us, since nothing got there for long, or the document names it no more; what happens
         * meanwhile is not kept for it.
         */
        DISABLED
    }

    /** Who says where it is and what it is told. */
    enum Origin {
        HAND,
        /** The tenant's document, by its name; nobody changes it by hand. */
        DOCUMENT,
        /** A document that is served no more; off until one names it again. */
        LEFT
    }

    Endpoint {
        events = Set.copyOf(events);
    }

    boolean isByHand() {
        return origin == Origin.HAND;
    }

    boolean isLeft() {
        return origin == Origin.LEFT;
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
