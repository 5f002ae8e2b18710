package za.co.spikedata.sandbox;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Gives each reading a thread of its own, which goes behind all others once it has taken more of
 * the processor than statements do: a file that is hard to read slows no other, and a busy machine
 * makes no file hard.
 */
final class Pace {
    private static final long QUICK_NANOS = 1_000_000_000L;
    private static final long LOOK_EVERY_MILLIS = 250;

    /** No reading takes this long; its parent, who would have ended it, must be gone. */
    private static final long ORPHANED_NANOS = 300_000_000_000L;

    /** Beside a worker's usual 2 this leaves a seventh of a contended core. */
    private static final int BEHIND = 10;

    private final Optional<Confinement> kernel;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Pace(Optional<Confinement> kernel) {
        this.kernel = kernel;
    }

    <T> T run(Supplier<T> reading) {
        var number = new CompletableFuture<Integer>();
        var result = new CompletableFuture<T>();
        var thread =
                Thread.ofPlatform()
                        .name("reading")
                        .start(() -> {
                            kernel.ifPresent(calls -> number.complete(calls.thread()));
                            try {
                                result.complete(reading.get());
                            } catch (Throwable broken) {
                                result.completeExceptionally(broken);
                            }
                        });
        long start = System.nanoTime();
        boolean behind = false;
        while (!isDone(result)) {
            if (!behind && threads.getThreadCpuTime(thread.threadId()) > QUICK_NANOS) {
                behind = true;
                kernel.ifPresent(calls -> calls.calm(number.join(), BEHIND));
            }
            if (System.nanoTime() - start > ORPHANED_NANOS) {
                Runtime.getRuntime().halt(1);
            }
        }
        return result.join();
    }

    /** Waits a little for it. */
    private static boolean isDone(CompletableFuture<?> result) {
        try {
            result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException broken) {
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
