package za.co.spikedata.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import za.co.spikedata.engine.assembly.Assembler;
import za.co.spikedata.engine.assembly.LongStatement;
import za.co.spikedata.engine.assembly.Signals;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.PageTaker;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Recogniser;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.pdf.PdfReader;
import za.co.spikedata.engine.pdf.PdfText;
import za.co.spikedata.engine.pdf.Watermark;

/** The only entry of the engine: a PDF in; statements and proofs, or a reason, out. */
public final class StatementEngine {
    private final EngineLimits limits;
    private final Recogniser recogniser;
    private final Banks banks;
    private final Executor executor;

    public StatementEngine(EngineLimits limits) {
        this(limits, Recogniser.NONE, Banks.NONE);
    }

    /**
     * @param recogniser reads pages that are pictures
     * @param banks name what was read; they have no part in reading it
     */
    public StatementEngine(EngineLimits limits, Recogniser recogniser, Banks banks) {
        this(limits, recogniser, banks, Runnable::run);
    }

    /**
     * @param executor works out the rows of a long document's pages while the next are read; one
     *     task at a time
     */
    public StatementEngine(
            EngineLimits limits, Recogniser recogniser, Banks banks, Executor executor) {
        this.limits = limits;
        this.recogniser = recogniser;
        this.banks = banks;
        this.executor = executor;
    }

    /**
     * A PDF with these words written across each page, and without what it does by itself; empty
     * when it cannot be followed, or only a password opens it.
     */
    public Optional<byte[]> stamped(byte[] pdf, String words) {
        return Watermark.on(pdf, words);
    }

    /**
     * Reads one PDF. Never throws for what the file holds.
     *
     * @param pdf the file's bytes
     * @param password tried when the file asks for one; never kept
     */
    public ReadResult read(byte[] pdf, Optional<String> password, Progress progress) {
        var asOne = new LongStatement(banks);
        Optional<ReadResult> read;
        try (var abreast = new Abreast(asOne.atOnce(), asOne::take, executor)) {
            read = read(pdf, password, progress, abreast, asOne::result);
        }
        return read.or(() ->
                        read(pdf, password, progress, PageTaker.NONE, (_, _) -> Optional.empty()))
                .orElseThrow();
    }

    /** Nothing when the pages went to a taker that makes no statement of them. */
    private Optional<ReadResult> read(
            byte[] pdf,
            Optional<String> password,
            Progress progress,
            PageTaker taker,
            BiFunction<Origin, List<Signal>, Optional<ReadResult>> taken) {
        return switch (PdfReader.read(pdf, password, limits, recogniser, progress, taker)) {
            case PdfText.Refused(var reason) ->
                    Optional.of(new ReadResult.Unreadable(reason, Trace.EMPTY));
            case PdfText.Text text ->
                    result(text, progress, taken)
                            .map(read -> text.unseen() ? Recognised.unheld(read) : read)
                            .map(read -> text.recognised() ? Recognised.doubted(read) : read);
        };
    }

    private Optional<ReadResult> result(
            PdfText.Text text,
            Progress progress,
            BiFunction<Origin, List<Signal>, Optional<ReadResult>> taken) {
        progress.reached(Progress.Stage.ROWS, 0, 1);
        var origin = new Origin(text.producer(), text.creator());
        Optional<ReadResult> result;
        try {
            result =
                    text.pages().isEmpty()
                            ? taken.apply(origin, text.signals())
                            : Optional.of(assembled(text, text.pages().get(), origin));
        } catch (RuntimeException _) {
            return Optional.of(new ReadResult.Unreadable(Reason.NOT_A_STATEMENT, Trace.EMPTY));
        } catch (StackOverflowError _) {
            return Optional.of(new ReadResult.Unreadable(Reason.TOO_COMPLEX, Trace.EMPTY));
        }
        progress.reached(Progress.Stage.PROOF, 1, 1);
        return result;
    }

    private ReadResult assembled(PdfText.Text text, List<Page> pages, Origin origin) {
        var signals = new ArrayList<>(text.signals());
        if (!text.recognised()) {
            signals.addAll(Signals.of(pages));
        }
        return new Assembler(banks, origin, signals).assemble(pages);
    }
}
