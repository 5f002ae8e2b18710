package za.co.spikedata.api.wire;

import za.co.spikedata.api.wire.Outcome.Details;

/** What the oldest clients are told in the place of codes that came after them. */
final class Older {
    private static final String NO_STATEMENT = "unsupported-rule-auto";

    private Older() {}

    static String wire(Code code) {
        return switch (code) {
            case INVALID_PDF -> "pdf/fail/invalid-pdf-exception";
            case EXTRACT_FAILED -> "pdf/fail/pdf-read-exception";
            case OCR_FAILED -> Code.IMAGE_PDF.wire();
            case UNSUPPORTED_PDF -> Code.AUTO_DETECT.wire();
            case JOIN_FAILED -> Code.INVALID_DATA.wire();
            default -> code.wire();
        };
    }

    static Details details(Code code, Details details) {
        return code == Code.UNSUPPORTED_PDF
                        && details instanceof Details.Document(var name, var notes)
                ? new Details.Pattern(NO_STATEMENT, name + ". " + notes)
                : details;
    }
}
