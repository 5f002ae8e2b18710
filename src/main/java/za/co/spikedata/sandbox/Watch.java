package za.co.spikedata.sandbox;

import java.time.Duration;

/** Kills a worker that is past its time, by the clock or by what it took of the processor. */
final class Watch implements AutoCloseable {
    /** However many pages are pictures, the limits move no further than for these many. */
    private static final int MOST_PICTURES = 6;

    private static final long LOOK_EVERY_NANOS = 250_000_000L;

    private final Process process;
    private final ProcessHandle busy;
    private final long start = System.nanoTime();
    private final Duration before;
    private final Thread thread;
    private long deadline;
    private Duration cpu;
    private int pictures;
    private boolean killed;

    private Watch(Process process, ProcessHandle busy, Duration wall, Duration cpu) {
        this.process = process;
        this.busy = busy;
        this.before = used();
        this.deadline = start + wall.toNanos();
        this.cpu = cpu;
        this.thread = Thread.ofVirtual().name("sandbox-watch").start(this::look);
    }

    /**
     * @param process what is killed, with all below it
     * @param busy the one whose processor time counts; not the same where a namespace stands
     *     between
     */
    static Watch over(Process process, ProcessHandle busy, Duration wall, Duration cpu) {
        return new Watch(process, busy, wall, cpu);
    }

    /** One more page is a picture, which takes longer than text. */
    synchronized void picture(Duration longest) {
        if (pictures < MOST_PICTURES) {
            pictures++;
            deadline = System.nanoTime() + longest.toNanos();
            cpu = cpu.plus(longest);
        }
    }

    /** The clock, not the processor time, starts again for the rows. */
    synchronized void rows(Duration wall) {
        deadline = System.nanoTime() + wall.toNanos();
    }

    synchronized boolean hasKilled() {
        return killed;
    }

    /** Processor time of the worker's life; nothing where the system does not tell. */
    Duration used() {
        return busy.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void look() {
        try {
            while (!isPast()) {
                Thread.sleep(Duration.ofNanos(Math.min(LOOK_EVERY_NANOS, left())));
            }
            process.destroyForcibly();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long left() {
        return Math.max(1, deadline - System.nanoTime());
    }

    private synchronized boolean isPast() {
        killed = System.nanoTime() >= deadline || used().minus(before).compareTo(cpu) > 0;
        return killed;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
