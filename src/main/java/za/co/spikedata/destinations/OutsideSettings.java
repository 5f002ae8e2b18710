package za.co.spikedata.destinations;

import java.util.Set;

/**
 * What an installation decides about servers that tenants name.
 *
 * @param allowed hosts that are reached wherever they are, on any port and without TLS too; for
 *     tests and development
 */
public record OutsideSettings(Set<String> allowed) {
    /** The open internet alone, as everywhere but in tests and development. */
    public static final OutsideSettings PUBLIC = new OutsideSettings(Set.of());

    public OutsideSettings {
        allowed = Set.copyOf(allowed);
    }

    public boolean isAllowed(String host) {
        return allowed.contains(host);
    }
}
