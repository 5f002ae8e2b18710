package za.co.spikedata.statements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Passwords that opened a file of an upload, tried on its other files; in this node's memory only,
 * for a quarter of an hour.
 */
@Component
class Passwords {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST_UPLOADS = 1_000;
    private static final int MOST_OF_AN_UPLOAD = 5;

    private final Clock clock;
    private final Map<UUID, Known> byUpload = new LinkedHashMap<>();

    Passwords(Clock clock) {
        this.clock = clock;
    }

    synchronized void remember(UUID upload, String password) {
        forgetOld();
        var known = byUpload.remove(upload);
        var words = new ArrayList<>(known == null ? List.<String>of() : known.words());
        words.remove(password);
        words.addFirst(password);
        while (words.size() > MOST_OF_AN_UPLOAD) {
            words.removeLast();
        }
        byUpload.put(upload, new Known(words, clock.instant().plus(KEPT)));
        if (byUpload.size() > MOST_UPLOADS) {
            byUpload.remove(byUpload.keySet().iterator().next());
        }
    }

    /** The last one that worked comes first. */
    synchronized List<String> of(UUID upload) {
        forgetOld();
        var known = byUpload.get(upload);
        return known == null ? List.of() : known.words();
    }

    private void forgetOld() {
        var now = clock.instant();
        byUpload.values().removeIf(known -> known.until().isBefore(now));
    }

    private record Known(List<String> words, Instant until) {
        Known {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return "Known[*]";
        }
    }
}
