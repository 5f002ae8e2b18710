package za.co.spikedata.sandbox;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads on a thread that goes behind all others once a reading has taken more of the processor than
 * statements do: a file that is hard to read slows no other, and a busy machine makes no file hard.
 * A thread never gets its turn back, so that the next reading is on another; else they share one,
 * since a short reading would take a thirtieth longer for a new one.
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
    private ExecutorService reader = reader();

    Pace(Optional<Confinement> kernel) {
        this.kernel = kernel;
    }

    /**
     * Who reads, as it was when the reading began.
     *
     * @param number the kernel's, where the kernel is known
     * @param nanos of the processor that it took before
     */
    private record Began(long thread, Optional<Integer> number, long nanos) {}

    <T> T run(Supplier<T> reading) {
        var began = new CompletableFuture<Began>();
        var result = new CompletableFuture<T>();
        reader.execute(() -> {
            try {
                began.complete(begun());
                result.complete(reading.get());
            } catch (Throwable broken) {
                result.completeExceptionally(broken);
            }
        });
        long start = System.nanoTime();
        boolean behind = false;
        while (!isDone(result)) {
            if (!behind && taken(began.join()) > QUICK_NANOS) {
                behind = true;
                began.join()
                        .number()
                        .ifPresent(number -> kernel.ifPresent(calls -> calls.calm(number, BEHIND)));
            }
            if (System.nanoTime() - start > ORPHANED_NANOS) {
                Runtime.getRuntime().halt(1);
            }
        }
        if (behind) {
            reader.shutdown();
            reader = reader();
        }
        return result.join();
    }

    private Began begun() {
        return new Began(
                Thread.currentThread().threadId(),
                kernel.map(Confinement::thread),
                threads.getCurrentThreadCpuTime());
    }

    private long taken(Began began) {
        return threads.getThreadCpuTime(began.thread()) - began.nanos();
    }

    private static ExecutorService reader() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("reading").daemon().factory());
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
