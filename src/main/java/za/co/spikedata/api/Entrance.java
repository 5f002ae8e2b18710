package za.co.spikedata.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How many programs are asked at a time who they are, on this node. A crowd waits here in turn, so
 * that it takes no connection from those who are inside; whoever would wait long is told so at once
 * rather than fail later.
 */
@Component
class Entrance {
    /** Fewer than there are connections to the database. */
    static final int MOST = 12;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(MOST, true);

    /**
     * What is found out inside, where nobody waits for anybody outside: not for what the program
     * sends, nor for other servers.
     *
     * @param errand what must be asked of others first, for which the place is given up
     * @return empty when it was not come to
     */
    <T> Optional<T> pass(Supplier<Optional<Runnable>> errand, Supplier<T> question) {
        return this.<Supplier<Optional<T>>>pass(
                        () -> {
                            var first = errand.get();
                            if (first.isPresent()) {
                                return () -> {
                                    first.get().run();
                                    return pass(question);
                                };
                            }
                            var found = Optional.of(question.get());
                            return () -> found;
                        })
                .flatMap(Supplier::get);
    }

    private <T> Optional<T> pass(Supplier<T> question) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } finally {
            places.release();
        }
    }
}
