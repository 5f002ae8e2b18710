package za.co.spikedata.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Kills a worker that is past its time, by the clock or by what it took of the processor. */
final class Watch implements AutoCloseable {
    /** Processor time that tells a reading which takes long. */
    private static final Duration LONG = Duration.ofSeconds(1);

    /** However well a long statement gets on, it has no more than so many times the limits. */
    private static final int MOST_TIMES = 4;

    private static final int MOST_TIMES_PROCESSOR = 2;

    /** However many pages are pictures, the limits move no further than for these many. */
    private static final int MOST_PICTURES = 6;

    private static final long LOOK_EVERY_NANOS = 250_000_000L;

    private final Process process;
    private final ProcessHandle busy;
    private final long start = System.nanoTime();
    private final Duration wall;
    private final Duration usual;
    private final Duration before;
    private final Runnable takesLong;
    private final Thread thread;
    private long deadline;
    private Duration cpu;
    private int pictures;
    private boolean told;
    private boolean killed;

    private Watch(
            Process process, ProcessHandle busy, Duration wall, Duration cpu, Runnable takesLong) {
        this.process = process;
        this.busy = busy;
        this.wall = wall;
        this.usual = cpu;
        this.takesLong = takesLong;
        this.before = used();
        this.deadline = start + wall.toNanos();
        this.cpu = cpu;
        this.thread = Thread.ofVirtual().name("sandbox-watch").start(this::look);
    }

    /**
     * @param process what is killed, with all below it
     * @param busy the one whose processor time counts; not the same where a namespace stands
     *     between
     * @param takesLong told once, should it take long
     */
    static Watch over(
            Process process, ProcessHandle busy, Duration wall, Duration cpu, Runnable takesLong) {
        return new Watch(process, busy, wall, cpu, takesLong);
    }

    /** One more page is a picture, which takes longer than text. */
    synchronized void picture(Duration longest) {
        if (pictures < MOST_PICTURES) {
            pictures++;
            deadline = System.nanoTime() + longest.toNanos();
            cpu = cpu.plus(longest);
        }
    }

    /** A long statement gets on: the clock starts again. */
    synchronized void getsOn() {
        cpu = Collections.max(List.of(cpu, usual.multipliedBy(MOST_TIMES_PROCESSOR)));
        long latest = start + MOST_TIMES * wall.toNanos();
        deadline = Math.max(deadline, Math.min(latest, System.nanoTime() + wall.toNanos()));
    }

    synchronized boolean hasKilled() {
        return killed;
    }

    /** Whether this reading, or the worker's whole life, took more of the processor than that. */
    boolean hasTakenMore(Duration reading, Duration life) {
        var used = used();
        return used.minus(before).compareTo(reading) > 0 || used.compareTo(life) > 0;
    }

    /** Processor time of the worker's life; nothing where the system does not tell. */
    private Duration used() {
        return busy.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void look() {
        try {
            Duration spent;
            do {
                Thread.sleep(Duration.ofNanos(Math.min(LOOK_EVERY_NANOS, left())));
                spent = used().minus(before);
                if (!told && spent.compareTo(LONG) > 0) {
                    told = true;
                    takesLong.run();
                }
            } while (!isPast(spent));
            process.destroyForcibly();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long left() {
        return Math.max(1, deadline - System.nanoTime());
    }

    private synchronized boolean isPast(Duration spent) {
        killed = System.nanoTime() >= deadline || spent.compareTo(cpu) > 0;
        return killed;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
