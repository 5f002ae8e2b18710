package za.co.spikedata.guard;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A network that gets no answer for a while, except those who are signed in or known there.
 *
 * @param addedBy id of an operator, or {@code guard}
 */
public record Ban(
        UUID id,
        String network,
        Reason reason,
        String note,
        String addedBy,
        Instant at,
        Instant until,
        Optional<Instant> liftedAt) {
    /** Why a network is banned. */
    public enum Reason {
        /** Sign-ins failed for many different accounts. */
        SPRAYING,
        /** Many different pages were asked for that do not exist. */
        SCANNING,
        /** Files were asked for that only a search for weak servers asks for. */
        PROBING,
        /** It went on and on after it was told to wait. */
        FLOODING,
        /** An operator decided so. */
        OPERATOR
    }

    public boolean isActive(Instant now) {
        return liftedAt.isEmpty() && until.isAfter(now);
    }
}
