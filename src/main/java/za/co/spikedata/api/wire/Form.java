package za.co.spikedata.api.wire;

import java.util.Optional;
import za.co.spikedata.engine.model.StatementType;

/** The forms an answer comes in, one for each address. */
public enum Form {
    /** For the oldest clients. */
    PDF(6_291_456),
    PDF1(15_678_640),
    PDF2(15_678_640),
    /** The first rows, for nothing. */
    PDF2_TEST(15_678_640),
    /** A bank's own download, read instead of a PDF. */
    CSV(15_678_640);

    private final int longestBase64;

    Form(int longestBase64) {
        this.longestBase64 = longestBase64;
    }

    /** Letters of base64 that a file may have. */
    public int longestBase64() {
        return longestBase64;
    }

    boolean isFlat() {
        return this == PDF2 || this == PDF2_TEST;
    }

    /** What of an outcome this form's clients can be told. */
    public Outcome told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Read(var found) -> isFlat() || isKnown(found) ? outcome : unknown(found);
            case Outcome.Contradicted(var found) ->
                    isFlat() || isKnown(found) ? outcome : unknown(found);
            case Outcome.Failed(var code, _) ->
                    code == Code.NO_CREDIT_BREAKDOWN && this != PDF
                            ? new Outcome.Failed(Code.UNKNOWN_PDF)
                            : outcome;
        };
    }

    /** The code that says what this form's clients are told. */
    public Code code(Outcome told) {
        return switch (told) {
            case Outcome.Read(var found) ->
                    switch (this) {
                        case CSV -> Code.CSV_STATEMENT;
                        case PDF2, PDF2_TEST -> Code.STATEMENT_COMMON;
                        case PDF, PDF1 -> code(found.type());
                    };
            case Outcome.Contradicted _ -> this == CSV ? Code.CSV_INVALID_DATA : Code.INVALID_DATA;
            case Outcome.Failed(var code, _) -> code;
        };
    }

    /** What it costs, in tenths of a credit. */
    public int tenths(Outcome told) {
        return this == PDF2_TEST ? 0 : code(told).tenths();
    }

    private boolean isKnown(Found found) {
        return this == CSV
                || found.blocks().stream()
                        .map(Found.Block::parser)
                        .allMatch(
                                this == PDF
                                        ? FormatIds.KNOWN::isKnownToOlderClients
                                        : FormatIds.KNOWN::isKnown);
    }

    private static Outcome unknown(Found found) {
        return Optional.of(found.candidates())
                .filter(several -> !several.isEmpty())
                .map(several ->
                        new Outcome.Failed(
                                Code.MULTIPLE_PARSERS, new Outcome.Details.Layouts(several)))
                .orElseGet(() -> new Outcome.Failed(Code.UNKNOWN_PDF));
    }

    private static Code code(StatementType type) {
        return switch (type) {
            case RUNNING_BALANCE -> Code.NORMAL;
            case NO_BALANCE -> Code.NO_BALANCE;
            case CARD_SIMPLE -> Code.CARD_SIMPLE;
            case CARD_BREAKDOWN -> Code.CARD_BREAKDOWN;
            case CARD_MULTI_HOLDER -> Code.CARD_MULTI_USER;
        };
    }
}
