package za.co.spikedata.tenancy;

import java.util.List;
import java.util.Set;

/**
 * A server of a tenant's own that its document names, without the secret that messages to it are
 * signed with.
 *
 * @param name tells it from the others of the document; its secret stays with it
 * @param events words of {@link #EVENTS}
 */
public record NamedWebhook(String name, String url, Set<String> events) {
    public static final int LONGEST_NAME = 60;

    /** Of a tenant, whoever made them. */
    public static final int MOST = 10;

    /** What there is to be told of. */
    public static final List<String> EVENTS =
            List.of("document.done", "document.failed", "document.locked", "document.deleted");

    public NamedWebhook {
        events = Set.copyOf(events);
    }

    /** An address may hold a secret. */
    @Override
    public String toString() {
        return "NamedWebhook[*]";
    }
}
