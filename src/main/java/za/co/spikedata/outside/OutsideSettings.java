package za.co.spikedata.outside;

import java.util.Set;

/**
 * What an installation decides about servers that tenants name.
 *
 * @param allowed hosts that are reached wherever they are, on any port and without TLS too; for
 *     tests and development
 */
public record OutsideSettings(Set<String> allowed) {
    public OutsideSettings {
        allowed = Set.copyOf(allowed);
    }

    boolean isAllowed(String host) {
        return allowed.contains(host);
    }
}
