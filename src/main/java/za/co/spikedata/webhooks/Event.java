package za.co.spikedata.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import za.co.spikedata.statements.DocumentWatcher.Happening;

/** What an endpoint is told of. */
enum Event {
    DONE("document.done"),
    FAILED("document.failed"),
    LOCKED("document.locked"),
    DELETED("document.deleted"),
    /** Somebody tries whether it gets there; nobody chooses it. */
    TEST("webhook.test");

    static final List<Event> CHOICES = List.of(DONE, FAILED, LOCKED, DELETED);

    private final String word;

    Event(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    static Event of(Happening happening) {
        return switch (happening) {
            case DONE -> DONE;
            case FAILED -> FAILED;
            case LOCKED -> LOCKED;
            case DELETED -> DELETED;
        };
    }

    /** Those of these words that can be chosen. */
    static Set<Event> chosen(Collection<String> words) {
        return CHOICES.stream()
                .filter(each -> words.contains(each.word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class)));
    }

    static Set<Event> parse(String text) {
        return chosen(Arrays.asList(text.split(" ")));
    }

    static String text(Set<Event> events) {
        return events.stream().sorted().map(Event::word).collect(Collectors.joining(" "));
    }
}
