package za.co.spikedata.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines someone wants to see.
 *
 * @param person an id that acted or was acted upon
 * @param until the first moment that is not wanted any more
 */
public record Asked(
        Optional<String> action,
        Optional<String> person,
        Optional<Instant> since,
        Optional<Instant> until) {
    public static final Asked EVERYTHING =
            new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Every line of one action. */
    public static Asked action(String action) {
        return new Asked(Optional.of(action), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
