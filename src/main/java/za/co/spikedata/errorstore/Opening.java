package za.co.spikedata.errorstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Support's wish to see a failing PDF itself.
 *
 * @param owner whose document it is
 * @param by id of who asked; nobody else may look
 * @param answer of an administrator of the document's tenant
 * @param opened when it was first looked at
 */
public record Opening(
        UUID id,
        UUID document,
        UUID owner,
        String by,
        String reason,
        Instant asked,
        Optional<Answer> answer,
        Optional<Instant> opened) {
    /** What nobody answers in this time is not asked any more. */
    static final Duration PATIENCE = Duration.ofHours(24);

    /**
     * What an administrator said.
     *
     * @param until when looking ends; empty for a refusal
     */
    public record Answer(String by, Optional<Instant> until) {}

    /** How it stands. */
    public enum State {
        ASKED,
        UNANSWERED,
        REFUSED,
        GRANTED,
        OVER
    }

    public State state(Instant now) {
        if (answer.isEmpty()) {
            return now.isBefore(asked.plus(PATIENCE)) ? State.ASKED : State.UNANSWERED;
        }
        return answer.get()
                .until()
                .map(until -> now.isBefore(until) ? State.GRANTED : State.OVER)
                .orElse(State.REFUSED);
    }

    @Override
    public String toString() {
        return "Opening[" + id + "]";
    }
}
