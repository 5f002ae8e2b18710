package za.co.spikedata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;

/**
 * A small pool of warm worker processes. A worker that crosses a limit is killed and replaced; the
 * others do not notice.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxLimits limits;
    private final List<String> command;
    private final Path folder;
    private final Semaphore places;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private boolean closed;

    public Sandbox(SandboxLimits limits) {
        this(limits, WorkerCommand.of(limits));
    }

    Sandbox(SandboxLimits limits, List<String> command) {
        this.limits = limits;
        this.command = List.copyOf(command);
        this.places = new Semaphore(limits.workers(), true);
        try {
            this.folder = Files.createTempDirectory("sandbox");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts all workers and lets each load its classes, in the background. */
    public void warm() {
        for (int i = 0; i < limits.workers(); i++) {
            Thread.ofVirtual()
                    .name("sandbox-warm")
                    .start(() -> read(WarmUp.PDF, Optional.empty(), Progress.NONE));
        }
    }

    /**
     * Reads one PDF in a worker, waiting for a free one in turn.
     *
     * @param password never kept; it goes to the worker over its pipe
     */
    public ReadResult read(byte[] pdf, Optional<String> password, Progress progress) {
        places.acquireUninterruptibly();
        try {
            var worker = take();
            var result = worker.read(new Frames.Request(password, pdf), progress);
            give(worker);
            return result;
        } finally {
            places.release();
        }
    }

    private WorkerProcess take() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                var worker = idle.pop();
                if (worker.isAlive()) {
                    return worker;
                }
                worker.close();
            }
        }
        return start();
    }

    private WorkerProcess start() {
        try {
            return WorkerProcess.start(command, folder, limits);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void give(WorkerProcess worker) {
        synchronized (idle) {
            if (closed || !worker.isAlive()) {
                worker.close();
                if (!closed) {
                    idle.addLast(start());
                }
            } else {
                idle.push(worker);
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(WorkerProcess::close);
            idle.clear();
        }
        try {
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
