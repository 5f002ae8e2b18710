package za.co.spikedata.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.openapi.Says;
import za.co.spikedata.openapi.Shape;

/** What an endpoint is sent. */
@Shape("Event")
record MessageForm(
        Event type,
        @Says("When it happened.") Instant timestamp,
        @Says("Empty for a test.") Data data) {
    /** Which document it happened to. */
    record Data(
            Optional<UUID> document,
            Optional<Outcome> state,
            @Says("Where the document is asked for.") Optional<String> address) {}

    /** As the document itself tells it. */
    enum Outcome {
        DONE,
        REFUSED,
        LOCKED,
        DELETED;

        static Optional<Outcome> of(Event event) {
            return switch (event) {
                case DONE -> Optional.of(DONE);
                case FAILED -> Optional.of(REFUSED);
                case LOCKED -> Optional.of(LOCKED);
                case DELETED -> Optional.of(DELETED);
                case TEST -> Optional.empty();
            };
        }
    }
}
