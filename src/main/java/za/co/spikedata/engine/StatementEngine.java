package za.co.spikedata.engine;

import java.util.Optional;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Trace;

/** The only entry of the engine: a PDF in; statements and proofs, or a reason, out. */
public final class StatementEngine {
    private final EngineLimits limits;

    public StatementEngine(EngineLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one PDF. Never throws for what the file holds.
     *
     * @param pdf the file's bytes
     * @param password tried when the file asks for one; never kept
     */
    public ReadResult read(byte[] pdf, Optional<String> password, Progress progress) {
        if (pdf.length == 0) {
            return new ReadResult.Unreadable(Reason.EMPTY_FILE, Trace.EMPTY);
        }
        return new ReadResult.Unreadable(Reason.UNEXPECTED, Trace.EMPTY);
    }
}
