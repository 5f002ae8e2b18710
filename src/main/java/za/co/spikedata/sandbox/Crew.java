package za.co.spikedata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The workers that are ready. One that is gone is replaced before anybody asks for it. */
final class Crew implements AutoCloseable {
    /** Starts one worker and lets it load its classes. */
    @FunctionalInterface
    interface Starter {
        WorkerProcess start() throws IOException;
    }

    /** A busy machine may take too long for one start, and for the next have time. */
    private static final int TRIES = 3;

    private final Starter starter;

    /** The longest idle first. */
    private final List<WorkerProcess> ready = new ArrayList<>();

    private final Set<WorkerProcess> members = new HashSet<>();
    private Optional<IOException> failure = Optional.empty();
    private int wanted;
    private int starting;
    private int failed;
    private boolean closed;

    Crew(Starter starter) {
        this.starter = starter;
    }

    /** Brings the crew to that many, in the background; those too many go when they are idle. */
    synchronized void fill(int size) {
        wanted = size;
        members.removeIf(worker -> !worker.isAlive());
        while (members.size() > wanted && !ready.isEmpty()) {
            var surplus = ready.removeLast();
            surplus.close();
            members.remove(surplus);
        }
        while (members.size() + starting < wanted && !closed) {
            starting++;
            Thread.ofVirtual().name("sandbox-start").start(this::start);
        }
    }

    /**
     * The worker that read for this owner before, so that owners meet as little as can be and each
     * finds its own as warm as it left it, of several the one that read last; else one that read
     * for nobody, else the one longest idle.
     */
    synchronized WorkerProcess take(String owner) {
        while (true) {
            ready.removeIf(worker -> !worker.isAlive());
            fill(wanted);
            var best =
                    ready.reversed().stream()
                            .filter(worker -> worker.served().equals(Optional.of(owner)))
                            .findFirst()
                            .or(() -> ready.stream().min(Comparator.comparing(Crew::hasServed)));
            if (best.isPresent()) {
                ready.remove(best.get());
                best.get().servesNow(owner);
                return best.get();
            }
            if (failure.isPresent()) {
                var why = failure.get();
                failure = Optional.empty();
                throw new UncheckedIOException(why);
            }
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for a worker", stopped);
            }
        }
    }

    synchronized void give(WorkerProcess worker) {
        if (worker.isAlive() && !worker.isWorn() && !closed) {
            ready.add(worker);
            notifyAll();
        } else {
            worker.close();
            fill(wanted);
        }
    }

    /** How many are alive, at work or not. */
    synchronized int size() {
        return (int) members.stream().filter(WorkerProcess::isAlive).count();
    }

    private static boolean hasServed(WorkerProcess worker) {
        return worker.served().isPresent();
    }

    private void start() {
        try {
            arrived(starter.start());
        } catch (IOException broken) {
            failed(broken);
        } catch (RuntimeException broken) {
            failed(new IOException("Expected a worker to start", broken));
        }
    }

    private synchronized void arrived(WorkerProcess worker) {
        starting--;
        members.removeIf(member -> !member.isAlive());
        if (closed || members.size() >= wanted) {
            worker.close();
        } else {
            members.add(worker);
            ready.add(worker);
            failure = Optional.empty();
            failed = 0;
        }
        notifyAll();
    }

    private synchronized void failed(IOException why) {
        starting--;
        failed++;
        if (failed < TRIES) {
            fill(wanted);
        } else {
            failed = 0;
            failure = Optional.of(why);
            notifyAll();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        members.forEach(WorkerProcess::close);
    }
}
