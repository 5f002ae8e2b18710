package za.co.spikedata.sandbox;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives each reading a thread of its own, which goes behind all others once it takes longer than
 * statements do: a file that is hard to read slows no other.
 */
final class Pace {
    private static final long QUICK_MILLIS = 1_500;

    /** No reading takes this long; its parent, who would have ended it, must be gone. */
    private static final long ORPHANED_MINUTES = 5;

    /** Beside a worker's usual 2 this leaves a seventh of a contended core. */
    private static final int BEHIND = 10;

    private final Optional<Confinement> kernel;

    Pace(Optional<Confinement> kernel) {
        this.kernel = kernel;
    }

    <T> T run(Supplier<T> reading) {
        var thread = new CompletableFuture<Integer>();
        var result = new CompletableFuture<T>();
        Thread.ofPlatform()
                .name("reading")
                .start(() -> {
                    kernel.ifPresent(calls -> thread.complete(calls.thread()));
                    try {
                        result.complete(reading.get());
                    } catch (Throwable broken) {
                        result.completeExceptionally(broken);
                    }
                });
        try {
            return result.copy().orTimeout(QUICK_MILLIS, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException late) {
            if (!result.isDone()) {
                fallBehind(thread);
                result.copy()
                        .orTimeout(ORPHANED_MINUTES, TimeUnit.MINUTES)
                        .exceptionally(_ -> halt());
            }
            return result.join();
        }
    }

    private void fallBehind(CompletableFuture<Integer> thread) {
        kernel.ifPresent(calls -> calls.calm(thread.join(), BEHIND));
    }

    private static <T> T halt() {
        Runtime.getRuntime().halt(1);
        throw new IllegalStateException("Halted");
    }
}
