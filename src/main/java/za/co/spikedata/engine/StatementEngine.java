package za.co.spikedata.engine;

import java.util.ArrayList;
import java.util.Optional;
import za.co.spikedata.engine.assembly.Assembler;
import za.co.spikedata.engine.assembly.Signals;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Recogniser;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.pdf.PdfReader;
import za.co.spikedata.engine.pdf.PdfText;

/** The only entry of the engine: a PDF in; statements and proofs, or a reason, out. */
public final class StatementEngine {
    private final EngineLimits limits;
    private final Recogniser recogniser;
    private final Banks banks;

    public StatementEngine(EngineLimits limits) {
        this(limits, Recogniser.NONE, Banks.NONE);
    }

    /**
     * @param recogniser reads pages that are pictures
     * @param banks name what was read; they have no part in reading it
     */
    public StatementEngine(EngineLimits limits, Recogniser recogniser, Banks banks) {
        this.limits = limits;
        this.recogniser = recogniser;
        this.banks = banks;
    }

    /**
     * Reads one PDF. Never throws for what the file holds.
     *
     * @param pdf the file's bytes
     * @param password tried when the file asks for one; never kept
     */
    public ReadResult read(byte[] pdf, Optional<String> password, Progress progress) {
        return switch (PdfReader.read(pdf, password, limits, recogniser, progress)) {
            case PdfText.Refused(var reason) -> new ReadResult.Unreadable(reason, Trace.EMPTY);
            case PdfText.Text text -> {
                ReadResult result = statements(text, progress);
                ReadResult held = text.unseen() ? Recognised.unheld(result) : result;
                yield text.recognised() ? Recognised.doubted(held) : held;
            }
        };
    }

    private ReadResult statements(PdfText.Text text, Progress progress) {
        progress.reached(Progress.Stage.ROWS, 0, 1);
        try {
            ReadResult result = assembler(text).assemble(text.pages());
            progress.reached(Progress.Stage.PROOF, 1, 1);
            return result;
        } catch (ArithmeticException _) {
            return new ReadResult.Unreadable(Reason.NOT_A_STATEMENT, Trace.EMPTY);
        } catch (StackOverflowError _) {
            return new ReadResult.Unreadable(Reason.TOO_COMPLEX, Trace.EMPTY);
        }
    }

    private Assembler assembler(PdfText.Text text) {
        var signals = new ArrayList<>(text.signals());
        if (!text.recognised()) {
            signals.addAll(Signals.of(text.pages()));
        }
        return new Assembler(banks, new Origin(text.producer(), text.creator()), signals);
    }
}
