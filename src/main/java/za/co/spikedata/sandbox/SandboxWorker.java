package za.co.spikedata.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Recogniser;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.formats.BankFiles;
import za.co.spikedata.ocr.Tesseract;

/** The worker's side of the pipes: reads one PDF after another until its parent is gone. */
public final class SandboxWorker {
    /** Page progress is told at most this often, in nanoseconds. */
    private static final long PROGRESS_EVERY = 50_000_000L;

    private static final byte[] NOTHING = {};

    private SandboxWorker() {}

    /** Answers one request; the engine in a worker, mischief in a test. */
    @FunctionalInterface
    interface Reader {
        byte[] answer(Frames.Request request, Progress progress);
    }

    /** Whether these are the arguments of a worker process. */
    public static boolean isMeant(String[] args) {
        return args.length >= 1 && args[0].equals(WorkerCommand.ARGUMENT);
    }

    /** Answers requests until standard input ends. */
    public static void run(String[] args) {
        boolean recognises = List.of(args).contains(WorkerCommand.RECOGNISE);
        Recogniser recogniser = recognises ? Tesseract.installed() : Recogniser.NONE;
        var engine = new StatementEngine(EngineLimits.DEFAULT, recogniser, BankFiles.shipped());
        var copier = new Copier(engine, EngineLimits.DEFAULT);
        serve(
                recogniser != Recogniser.NONE,
                (request, progress) ->
                        switch (request.task()) {
                            case READ ->
                                    ResultJson.write(
                                            engine.read(request.pdf(), request.words(), progress));
                            case READ_BARE ->
                                    bare(engine.read(request.pdf(), request.words(), progress));
                            case COPY -> CopyFrames.write(copier.copy(request));
                            case STAMP ->
                                    engine.stamped(request.pdf(), request.words().orElse(""))
                                            .orElse(NOTHING);
                        });
    }

    private static byte[] bare(ReadResult result) {
        return switch (result) {
            case ReadResult.Read read when read.verdict() == Verdict.CONTRADICTED ->
                    ResultJson.write(read);
            case ReadResult.Read _, ReadResult.Unreadable _ -> ResultJson.writeBare(result);
        };
    }

    /** Gives up what a reader does not need, then answers. */
    static void serve(boolean startsPrograms, Reader reader) {
        // Whatever a library prints must not stand between the frames.
        System.setOut(System.err);
        System.setProperty(
                "org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        var confinement =
                Confinement.isKnownHere()
                        ? Optional.of(Confinement.here())
                        : Optional.<Confinement>empty();
        boolean filtered = confinement.map(kernel -> kernel.shut(startsPrograms)).orElse(false);
        var pace = new Pace(confinement);
        try (var in =
                        new DataInputStream(
                                new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(
                                        new FileOutputStream(FileDescriptor.out)))) {
            Frames.writeReady(out, filtered);
            while (true) {
                var request = Frames.readRequest(in);
                var result = pace.run(() -> reader.answer(request, new Told(out)));
                Frames.writeResult(out, result);
            }
        } catch (EOFException parentIsGone) {
            return;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Told implements Progress {
        private final DataOutputStream out;
        private long last;

        Told(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void reached(Stage stage, int done, int of) {
            long time = System.nanoTime();
            if (stage == Stage.PAGES && done < of && time - last < PROGRESS_EVERY) {
                return;
            }
            last = time;
            try {
                Frames.writeProgress(out, stage, done, of);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
