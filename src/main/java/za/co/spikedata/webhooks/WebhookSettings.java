package za.co.spikedata.webhooks;

import java.util.Set;

/**
 * What an installation decides about webhooks.
 *
 * @param allowed hosts that are reached wherever they are, on any port and without TLS too; for
 *     tests and development
 */
public record WebhookSettings(Set<String> allowed) {
    public WebhookSettings {
        allowed = Set.copyOf(allowed);
    }

    boolean isAllowed(String host) {
        return allowed.contains(host);
    }
}
