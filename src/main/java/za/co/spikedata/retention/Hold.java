package za.co.spikedata.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A legal hold.
 *
 * @param owner whose things are held; empty: everybody's
 * @param by id of the operator who placed it
 */
public record Hold(UUID id, Optional<UUID> owner, String reason, String by, Instant at) {
    @Override
    public String toString() {
        return "Hold[" + id + "]";
    }
}
