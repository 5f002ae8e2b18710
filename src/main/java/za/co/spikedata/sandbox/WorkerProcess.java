package za.co.spikedata.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;

/** One child process and its pipes; used by one reading at a time. */
final class WorkerProcess implements AutoCloseable {
    /** What {@code -XX:+ExitOnOutOfMemoryError} exits with. */
    private static final int OUT_OF_MEMORY = 3;

    /**
     * However many pages are pictures, a reading takes no longer than these many at their longest.
     */
    private static final int MOST_PICTURES = 6;

    private static final long EXIT_WAIT_SECONDS = 2;

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final SandboxLimits limits;

    private WorkerProcess(Process process, SandboxLimits limits) {
        this.process = process;
        this.limits = limits;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static WorkerProcess start(List<String> command, Path folder, SandboxLimits limits)
            throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new WorkerProcess(builder.start(), limits);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Reads one PDF; afterwards the worker is alive only if it kept within its limits. */
    ReadResult read(Frames.Request request, Progress progress) {
        var late = new AtomicBoolean();
        long start = System.nanoTime();
        var deadline = new AtomicLong(start + limits.wall().toNanos());
        var watch = Thread.ofVirtual().name("sandbox-watch").start(() -> watch(deadline, late));
        try {
            Frames.write(requests, request);
            return answer(progress, deadline, start + MOST_PICTURES * limits.page().toNanos());
        } catch (IOException | RuntimeException broken) {
            process.destroyForcibly();
            return new ReadResult.Unreadable(
                    late.get() || ranOutOfMemory() || broken instanceof TooLong
                            ? Reason.TOO_COMPLEX
                            : Reason.UNEXPECTED,
                    Trace.EMPTY);
        } finally {
            watch.interrupt();
        }
    }

    /** Kills the worker once the deadline, which pages that are pictures move, is past. */
    private void watch(AtomicLong deadline, AtomicBoolean late) {
        try {
            long left = deadline.get() - System.nanoTime();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = deadline.get() - System.nanoTime();
            }
            late.set(true);
            process.destroyForcibly();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private ReadResult answer(Progress progress, AtomicLong deadline, long latest)
            throws IOException {
        while (true) {
            byte frame = answers.readByte();
            if (frame == Frames.PROGRESS) {
                var stage = Progress.Stage.values()[answers.readByte()];
                if (stage == Progress.Stage.SCANS) {
                    deadline.set(Math.min(latest, System.nanoTime() + limits.page().toNanos()));
                }
                if (stage == Progress.Stage.ROWS) {
                    // Its text was read in time; the rows of a long statement have their own.
                    deadline.set(System.nanoTime() + limits.wall().toNanos());
                }
                progress.reached(stage, answers.readInt(), answers.readInt());
            } else if (frame == Frames.RESULT) {
                int length = answers.readInt();
                if (length < 0 || length > limits.maxResultBytes()) {
                    throw new TooLong();
                }
                return ResultJson.read(answers.readNBytes(length));
            } else {
                throw new IOException("Expected a frame from the worker");
            }
        }
    }

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
        process.destroyForcibly();
    }

    private static final class TooLong extends IOException {
        TooLong() {
            super("Expected a shorter answer from the worker");
        }
    }
}
