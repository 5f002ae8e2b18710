package za.co.spikedata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** The workers that are ready. One that is gone is replaced before anybody asks for it. */
final class Crew implements AutoCloseable {
    /** Starts one worker and lets it load its classes. */
    @FunctionalInterface
    interface Starter {
        WorkerProcess start() throws IOException;
    }

    private sealed interface Arrival {
        record Ready(WorkerProcess worker) implements Arrival {}

        record Failed(IOException why) implements Arrival {}
    }

    private final Starter starter;
    private final BlockingDeque<Arrival> arrivals = new LinkedBlockingDeque<>();
    private final Set<WorkerProcess> members = new HashSet<>();
    private int wanted;
    private int starting;
    private boolean closed;

    Crew(Starter starter) {
        this.starter = starter;
    }

    /** Brings the crew to that many, in the background. */
    synchronized void fill(int size) {
        wanted = size;
        members.removeIf(worker -> !worker.isAlive());
        while (members.size() + starting < wanted && !closed) {
            starting++;
            Thread.ofVirtual().name("sandbox-start").start(this::start);
        }
    }

    /** The worker last used, whose code is warmest; waits for one that is being started. */
    WorkerProcess take() {
        while (true) {
            try {
                switch (arrivals.take()) {
                    case Arrival.Ready(var worker) when worker.isAlive() -> {
                        return worker;
                    }
                    case Arrival.Ready(var gone) -> replace(gone);
                    case Arrival.Failed(var why) -> {
                        arrivals.removeIf(Arrival.Failed.class::isInstance);
                        throw new UncheckedIOException(why);
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for a worker", stopped);
            }
        }
    }

    void give(WorkerProcess worker) {
        if (worker.isAlive() && !worker.isWorn() && !isClosed()) {
            arrivals.addFirst(new Arrival.Ready(worker));
        } else {
            replace(worker);
        }
    }

    /** How many are alive, at work or not. */
    synchronized int size() {
        return (int) members.stream().filter(WorkerProcess::isAlive).count();
    }

    private void replace(WorkerProcess worker) {
        worker.close();
        synchronized (this) {
            members.remove(worker);
            fill(wanted);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void start() {
        try {
            var worker = starter.start();
            synchronized (this) {
                starting--;
                members.add(worker);
                if (closed) {
                    worker.close();
                }
            }
            arrivals.addLast(new Arrival.Ready(worker));
        } catch (IOException | RuntimeException broken) {
            synchronized (this) {
                starting--;
            }
            arrivals.addLast(
                    new Arrival.Failed(
                            broken instanceof IOException why ? why : new IOException(broken)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        members.forEach(WorkerProcess::close);
    }
}
