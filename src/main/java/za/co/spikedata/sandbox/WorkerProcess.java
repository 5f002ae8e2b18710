package za.co.spikedata.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;

/** One child process and its pipes; used by one reading at a time. */
final class WorkerProcess implements AutoCloseable {
    /** Processor time after which the kernel ends a worker, should its parent not be there to. */
    static final Duration LIFE = Duration.ofMinutes(30);

    /** What {@code -XX:+ExitOnOutOfMemoryError} exits with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** Pages of a statement that may take longer than others, as long as it gets on. */
    private static final int LONG_DOCUMENT = 200;

    /** A reading that took so much of the processor may have left its worker the worse for it. */
    private static final Duration WEARING = Duration.ofSeconds(3);

    /** A copy is drafted and read again until it fails as its original does. */
    private static final int COPYING = 10;

    /** Frames of progress before the answer; an honest worker sends some twenty a second. */
    private static final int MOST_FRAMES = 20_000;

    private static final long EXIT_WAIT_SECONDS = 2;

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final SandboxLimits limits;
    private ProcessHandle busy;
    private Optional<String> served = Optional.empty();
    private boolean filtered;
    private boolean worn;
    private volatile boolean closed;

    private WorkerProcess(Process process, SandboxLimits limits) {
        this.process = process;
        this.busy = process.toHandle();
        this.limits = limits;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Waits until the worker is ready. */
    static WorkerProcess start(List<String> command, Path folder, SandboxLimits limits)
            throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        var worker = new WorkerProcess(builder.start(), limits);
        try (var _ =
                Watch.over(worker.process, worker.busy, LONGEST_START, LONGEST_START, () -> {})) {
            if (worker.answers.readByte() != Frames.READY) {
                throw new IOException("Expected a worker to say that it is ready");
            }
            worker.filtered = worker.answers.readBoolean();
            worker.busy = worker.process.children().findFirst().orElse(worker.busy);
            return worker;
        } catch (IOException broken) {
            worker.close();
            throw broken;
        }
    }

    boolean isAlive() {
        return !closed && process.isAlive();
    }

    /** Whether the kernel refuses it network and processes by the calls it makes. */
    boolean isFiltered() {
        return filtered;
    }

    /** For whom it read last. */
    Optional<String> served() {
        return served;
    }

    void servesNow(String owner) {
        served = Optional.of(owner);
    }

    /** Whether the next reading should better be done by another. */
    boolean isWorn() {
        return worn;
    }

    /**
     * Reads one PDF; afterwards the worker is alive only if it kept within its limits.
     *
     * @param takesLong told once, from another thread, should this reading take long
     */
    ReadResult read(Frames.Request request, Progress progress, Runnable takesLong) {
        return read(request, progress, limits.wall(), limits.cpu(), takesLong);
    }

    /** Copies one PDF, which reads it many times; empty when the worker did not end it. */
    Optional<Copied> copy(Frames.Request request, Runnable takesLong) {
        return switch (exchange(
                request,
                Progress.NONE,
                limits.wall().multipliedBy(COPYING),
                limits.cpu().multipliedBy(COPYING),
                takesLong,
                CopyFrames::read)) {
            case Outcome.Answered<Copied>(var copied) -> Optional.of(copied);
            case Outcome.Broken<Copied> _ -> Optional.empty();
        };
    }

    /** Stamps one PDF; empty when that cannot be done, or the worker did not end it. */
    Optional<byte[]> stamp(Frames.Request request, Runnable takesLong) {
        return switch (exchange(
                request,
                Progress.NONE,
                limits.wall(),
                limits.cpu(),
                takesLong,
                stamped -> Optional.of(stamped).filter(bytes -> bytes.length > 0))) {
            case Outcome.Answered<Optional<byte[]>>(var stamped) -> stamped;
            case Outcome.Broken<Optional<byte[]>> _ -> Optional.empty();
        };
    }

    /** Reads what loads its classes. */
    void warm(byte[] pdf) throws IOException {
        var request = new Frames.Request(Frames.Task.READ, Optional.empty(), pdf);
        read(request, Progress.NONE, LONGEST_START, LONGEST_START, () -> {});
        worn = false;
        if (!isAlive()) {
            throw new IOException("Expected a worker to live through its first reading");
        }
    }

    private ReadResult read(
            Frames.Request request,
            Progress progress,
            Duration wall,
            Duration cpu,
            Runnable takesLong) {
        return switch (exchange(request, progress, wall, cpu, takesLong, ResultJson::read)) {
            case Outcome.Answered<ReadResult>(var result) -> result;
            case Outcome.Broken<ReadResult>(var reason) ->
                    new ReadResult.Unreadable(reason, Trace.EMPTY);
        };
    }

    /** What came of a request. */
    private sealed interface Outcome<T> {
        record Answered<T>(T answer) implements Outcome<T> {}

        record Broken<T>(Reason reason) implements Outcome<T> {}
    }

    /** Makes sense of a result frame. */
    @FunctionalInterface
    private interface Understood<T> {
        T of(byte[] frame) throws IOException;
    }

    private <T> Outcome<T> exchange(
            Frames.Request request,
            Progress progress,
            Duration wall,
            Duration cpu,
            Runnable takesLong,
            Understood<T> understood) {
        try (var watch = Watch.over(process, busy, wall, cpu, takesLong)) {
            try {
                Frames.write(requests, request);
                return new Outcome.Answered<>(understood.of(answer(progress, watch)));
            } catch (IOException | RuntimeException broken) {
                boolean ranOut = broken instanceof EOFException && ranOutOfMemory();
                close();
                return new Outcome.Broken<>(
                        watch.hasKilled() || broken instanceof TooMuch || ranOut
                                ? Reason.TOO_COMPLEX
                                : Reason.UNEXPECTED);
            } finally {
                worn = watch.hasTakenMore(WEARING, LIFE.dividedBy(2));
            }
        }
    }

    private byte[] answer(Progress progress, Watch watch) throws IOException {
        boolean isLong = false;
        for (int frames = 0; frames <= MOST_FRAMES; frames++) {
            byte frame = answers.readByte();
            if (frame == Frames.PROGRESS) {
                var stage = Progress.Stage.values()[answers.readByte()];
                int done = answers.readInt();
                int of = answers.readInt();
                isLong |= stage == Progress.Stage.PAGES && of > LONG_DOCUMENT;
                if (stage == Progress.Stage.SCANS) {
                    watch.picture(limits.page());
                } else if (isLong) {
                    watch.getsOn();
                }
                progress.reached(stage, done, of);
            } else if (frame == Frames.RESULT) {
                int length = answers.readInt();
                if (length < 0 || length > limits.maxResultBytes()) {
                    throw new TooMuch();
                }
                return answers.readNBytes(length);
            } else {
                throw new IOException("Expected a frame from the worker");
            }
        }
        throw new TooMuch();
    }

    /** A worker that ends by itself says why; one that is ended at once would not. */
    private boolean ranOutOfMemory() {
        try {
            return process.waitFor(EXIT_WAIT_SECONDS, TimeUnit.SECONDS)
                    && process.exitValue() == OUT_OF_MEMORY;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }

    private static final class TooMuch extends IOException {
        TooMuch() {
            super("Expected a shorter answer from the worker");
        }
    }
}
