package za.co.spikedata.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.shape.Words;

/**
 * A small pool of warm worker processes. A worker that crosses a limit is killed and replaced; the
 * others do not notice.
 */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    /** One more than read at the same time: who comes after a killed worker need not wait. */
    private static final int SPARE = 1;

    /** Readings that take long and no longer hold up others; each has one more worker. */
    private static final int ROOM_ASIDE = 2;

    private final SandboxLimits limits;
    private final WorkerCommand command;
    private final List<Posture> tried;
    private final Path folder;
    private final OwnRoot root;
    private final Turns turns;
    private final Crew crew;
    private Optional<Posture> posture = Optional.empty();
    private boolean filtered;

    public Sandbox(SandboxLimits limits) {
        this(limits, WorkerCommand.of(limits), List.of(Posture.values()));
    }

    /**
     * @param tried the first that lets a worker read is kept
     */
    Sandbox(SandboxLimits limits, WorkerCommand command, List<Posture> tried) {
        this.limits = limits;
        this.command = command;
        this.tried = List.copyOf(tried);
        this.turns = new Turns(limits.workers(), ROOM_ASIDE);
        this.crew = new Crew(this::start);
        try {
            this.folder = Files.createTempDirectory("sandbox");
            this.root = OwnRoot.under(folder, command.files());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts all workers and lets each load its classes, in the background. */
    public void warm() {
        crew.fill(limits.workers() + SPARE + turns.aside());
    }

    /** Workers alive now: those at work, those ready and the spare one. */
    public int size() {
        return crew.size();
    }

    /**
     * Reads one PDF in a worker, waiting for a free one in turn.
     *
     * @param owner whose file it is; owners share the workers evenly
     * @param password never kept; it goes to the worker over its pipe
     */
    public ReadResult read(String owner, byte[] pdf, Optional<String> password, Progress progress) {
        var request = new Frames.Request(Frames.Task.READ, password, pdf);
        return inTurn(owner, (worker, takesLong) -> worker.read(request, progress, takesLong));
    }

    /**
     * The same for whoever shows no paper: where cells are printed is told only of one that
     * contradicts itself, so that much less travels from the worker.
     */
    public ReadResult readBare(String owner, byte[] pdf, Optional<String> password) {
        var request = new Frames.Request(Frames.Task.READ_BARE, password, pdf);
        return inTurn(owner, (worker, takesLong) -> worker.read(request, Progress.NONE, takesLong));
    }

    /**
     * Makes the replica of one PDF in a worker; empty when that takes too much.
     *
     * @param owner in whose name workers are waited for
     */
    public Optional<Copied> copy(String owner, byte[] pdf) {
        var request = new Frames.Request(Frames.Task.COPY, Optional.empty(), pdf);
        return inTurn(owner, (worker, takesLong) -> worker.copy(request, takesLong));
    }

    /**
     * Has a worker write on each page of a PDF; empty where that cannot be done.
     *
     * @param owner in whose name workers are waited for
     */
    public Optional<byte[]> stamp(String owner, byte[] pdf, String words) {
        var request = new Frames.Request(Frames.Task.STAMP, Optional.of(words), pdf);
        return inTurn(owner, (worker, takesLong) -> worker.stamp(request, takesLong));
    }

    private <T> T inTurn(String owner, BiFunction<WorkerProcess, Runnable, T> work) {
        try (var turn = turns.enter(owner)) {
            warm();
            var worker = crew.take(owner);
            try {
                return work.apply(worker, () -> stepAside(turn));
            } finally {
                crew.give(worker);
            }
        } finally {
            warm();
        }
    }

    private void stepAside(Turns.Turn turn) {
        if (turn.stepAside()) {
            warm();
        }
    }

    /** How the workers are shut in; known once the first is ready. */
    synchronized Optional<Posture> posture() {
        return posture;
    }

    /** Whether the kernel also refuses them calls that no reading makes. */
    synchronized boolean isFiltered() {
        return filtered;
    }

    private WorkerProcess start() throws IOException {
        synchronized (this) {
            if (posture.isEmpty()) {
                return first();
            }
        }
        return start(posture.get());
    }

    /** Really tries, because what a machine claims and what it grants differ. */
    private WorkerProcess first() throws IOException {
        for (var each : tried) {
            try {
                var worker = start(each);
                posture = Optional.of(each);
                filtered = worker.isFiltered();
                tell(each, filtered);
                return worker;
            } catch (IOException refused) {
                LOG.debug("No worker with {}", new Words(each.words()), refused);
            }
        }
        throw new IOException("Expected one of " + tried + " to let a worker start");
    }

    private WorkerProcess start(Posture chosen) throws IOException {
        var worker = WorkerProcess.start(command.in(chosen, root), folder, limits);
        try {
            for (var pdf : WarmUp.PDFS) {
                worker.warm(pdf);
            }
            return worker;
        } catch (IOException broken) {
            worker.close();
            throw broken;
        }
    }

    private static void tell(Posture posture, boolean filtered) {
        var calls =
                filtered
                        ? "the kernel refuses them network and programs"
                        : "their calls to the kernel are not filtered";
        if (posture.hasOwnNetwork() || filtered) {
            LOG.info(
                    "PDFs are read by workers with {}; {}",
                    new Words(posture.words()),
                    new Words(calls));
        } else {
            LOG.warn(
                    "PDFs are read by workers with {}; {}. Allow user namespaces to shut them in.",
                    new Words(posture.words()),
                    new Words(calls));
        }
    }

    @Override
    public void close() {
        crew.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
