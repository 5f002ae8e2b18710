package za.co.spikedata.tenancy;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.destinations.Destination;
import za.co.spikedata.destinations.OutsideSettings;

/**
 * Turns the webhooks of a {@code tenant.yml} into named ones. What it takes is the same on every
 * installation: hosts that one of them allows besides are for endpoints made by hand.
 */
final class WebhooksReader {
    private final String place;
    private final List<String> mistakes;
    private final Set<String> names = new HashSet<>();

    WebhooksReader(String place, List<String> mistakes) {
        this.place = place + "webhooks";
        this.mistakes = mistakes;
    }

    /** Mistakes say which one by its number, from 1; no address is told. */
    List<NamedWebhook> read(@Nullable List<TenantDocument.Webhook> said) {
        var webhooks = Objects.requireNonNullElse(said, List.<TenantDocument.Webhook>of());
        if (webhooks.size() > NamedWebhook.MOST) {
            mistakes.add(place + ": expected at most %d".formatted(NamedWebhook.MOST));
        }
        return IntStream.range(0, webhooks.size())
                .mapToObj(i -> read(place + "." + (i + 1) + ".", webhooks.get(i)))
                .toList();
    }

    private NamedWebhook read(String at, TenantDocument.Webhook said) {
        return new NamedWebhook(
                name(at, Objects.requireNonNullElse(said.name(), "")),
                url(at, Objects.requireNonNullElse(said.url(), "")),
                events(at, Objects.requireNonNullElse(said.events(), List.of())));
    }

    private String name(String at, String said) {
        var name = said.strip();
        if (name.isEmpty()
                || said.length() > NamedWebhook.LONGEST_NAME
                || said.chars().anyMatch(Character::isISOControl)) {
            mistakes.add(
                    at
                            + "name: expected a name of 1 to %d letters"
                                    .formatted(NamedWebhook.LONGEST_NAME));
        } else if (!names.add(name)) {
            mistakes.add(at + "name: another is called " + name);
        }
        return name;
    }

    private String url(String at, String said) {
        if (Destination.parse(said, OutsideSettings.PUBLIC).isEmpty()) {
            mistakes.add(at + "url: expected a public host by https, on port 443 or 8443");
        }
        return said;
    }

    private Set<String> events(String at, List<String> said) {
        if (said.isEmpty() || !NamedWebhook.EVENTS.containsAll(said)) {
            mistakes.add(at + "events: expected some of " + String.join(", ", NamedWebhook.EVENTS));
        }
        return Set.copyOf(said);
    }
}
