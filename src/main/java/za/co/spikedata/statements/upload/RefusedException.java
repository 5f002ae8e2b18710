package za.co.spikedata.statements.upload;

import java.io.IOException;

/** Ends the reading of a file whose bytes break a limit; travels through whoever reads them. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super("Refused: " + refusal);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
