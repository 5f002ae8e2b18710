package za.co.spikedata.api.wire;

import java.util.List;
import za.co.spikedata.api.wire.Outcome.Details;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Verdict;

/** Says in the contract's words what became of a PDF. */
public final class Outcomes {
    private static final String NEVER_READ = "unsupported-rule-auto";

    private final Banks banks;

    public Outcomes(Banks banks) {
        this.banks = banks;
    }

    public Outcome of(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable(var reason, _) -> failed(reason);
            case ReadResult.Read read -> read(read);
        };
    }

    private Outcome read(ReadResult.Read read) {
        if (isOfPictures(read) && read.verdict() != Verdict.PROVEN) {
            return new Outcome.Failed(Code.OCR_FAILED);
        }
        var found = Founds.of(read, banks);
        boolean shown = found.blocks().stream().anyMatch(block -> !block.breaks().isEmpty());
        boolean showsBreaks =
                found.type() != StatementType.NO_BALANCE
                        && found.type() != StatementType.CARD_SIMPLE;
        return read.verdict() == Verdict.CONTRADICTED && !(shown && showsBreaks)
                ? new Outcome.Contradicted(found)
                : new Outcome.Read(found);
    }

    private static boolean isOfPictures(ReadResult.Read read) {
        return read.trace().steps().stream()
                .anyMatch(step ->
                        step.stage().equals("pages") && step.hypothesis().startsWith("pictures"));
    }

    private static Outcome failed(Reason reason) {
        return switch (reason) {
            case PASSWORD_REQUIRED -> new Outcome.Failed(Code.PASSWORD_REQUIRED);
            case PASSWORD_INCORRECT -> new Outcome.Failed(Code.PASSWORD_INCORRECT);
            case OTHER_LOCK ->
                    pattern(
                            NEVER_READ,
                            "The document is locked by something other than a password.");
            case NOT_A_PDF, EMPTY_FILE, DAMAGED_PDF -> new Outcome.Failed(Code.INVALID_PDF);
            case NO_TEXT -> new Outcome.Failed(Code.EXTRACT_FAILED);
            case SCANNED -> new Outcome.Failed(Code.IMAGE_PDF);
            case UNMAPPED_TEXT ->
                    pattern("broken-encoding-auto", "The file does not tell its letters.");
            case TOO_MANY_PAGES -> pattern(NEVER_READ, "The document has too many pages.");
            case NOT_A_STATEMENT -> new Outcome.Failed(Code.UNKNOWN_PDF);
            case NO_TRANSACTIONS ->
                    new Outcome.Failed(
                            Code.UNSUPPORTED_PDF,
                            new Details.Document(
                                    "Statement without transactions", "It lists no rows."));
            case NO_STATEMENT_DATE -> new Outcome.Failed(Code.NO_STATEMENT_DATE);
            case TOO_COMPLEX, UNEXPECTED -> new Outcome.Failed(Code.UNKNOWN_EXCEPTION);
        };
    }

    private static Outcome pattern(String type, String message) {
        return new Outcome.Failed(Code.AUTO_DETECT, new Details.Pattern(type, message));
    }

    /** A request that does not fit, one sentence for each mistake. */
    public static Outcome unfit(List<String> sentences) {
        return new Outcome.Failed(Code.INVALID_INPUTS, new Details.Sentences(sentences));
    }
}
