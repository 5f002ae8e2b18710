package za.co.spikedata.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * Says that something is gone.
 *
 * @param kind what it was, such as {@code statement}
 * @param subject its id
 * @param signed the whole receipt as a compact JWS of type {@link Receipts#TYPE}; empty until the
 *     deletion is complete
 */
public record Receipt(UUID id, String kind, UUID subject, Rule rule, Instant begun, String signed) {
    public boolean isComplete() {
        return !signed.isEmpty();
    }
}
