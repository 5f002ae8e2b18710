package za.co.spikedata.tenancy;

import java.util.Optional;
import java.util.UUID;

/** Ids as addresses have them. */
public final class Ids {
    private Ids() {}

    /** Empty for what is no id, or is one in another spelling. */
    public static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id)).filter(found -> found.toString().equals(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
