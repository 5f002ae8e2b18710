package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.Optional;

/**
 * What support decided about a group.
 *
 * @param assigned id of whoever looks into it
 * @param at when its state was decided; what failed later opens it again
 */
public record Decision(State state, Optional<String> assigned, String note, Instant at) {
    static final Decision NONE = new Decision(State.OPEN, Optional.empty(), "", Instant.EPOCH);

    /** Where a group is on its way. */
    public enum State {
        OPEN,
        DISMISSED,
        RESOLVED
    }

    @Override
    public String toString() {
        return "Decision[" + state + "]";
    }
}
