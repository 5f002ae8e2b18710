package za.co.spikedata.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing to tell one endpoint. Its id is the same with every try, so that whoever got it before
 * knows it again.
 *
 * @param attempts tries begun so far
 * @param nextAt when it is tried, while it waits
 * @param answer what came back last: a status or a fault, by name; empty before the first try
 */
record Delivery(
        UUID id,
        UUID endpoint,
        Event event,
        Optional<UUID> document,
        Instant happenedAt,
        State state,
        int attempts,
        Instant nextAt,
        Optional<Instant> triedAt,
        String answer) {
    /** How far it is. */
    enum State {
        WAITING,
        DELIVERED,
        /** Given up. */
        FAILED
    }

    /** As the receiver sees it. */
    String name() {
        return "msg_" + id;
    }
}
