package za.co.spikedata.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after each try; less and more by a fifth, so that not all come at once. */
final class Backoff {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10));
    private static final double SPREAD = 0.2;

    static final int MOST_ATTEMPTS = WAITS.size() + 1;

    private Backoff() {}

    /**
     * Empty when there is no try left.
     *
     * @param attempts tries that failed, this one included
     * @param chance from 0 to 1
     */
    static Optional<Duration> after(int attempts, double chance) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * chance;
        return Optional.of(
                Duration.ofMillis(Math.round(WAITS.get(attempts - 1).toMillis() * factor)));
    }
}
