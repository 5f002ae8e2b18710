package za.co.spikedata.errorstore;

import java.util.Optional;
import za.co.spikedata.engine.model.Reason;

/** Known patterns that nobody needs to look into, by the names of the wire contract. */
enum Junk {
    SCAN("scan-rule-auto"),
    BROKEN_ENCODING("broken-encoding-auto"),
    JUNK("junk-rule-auto"),
    UNSUPPORTED("unsupported-rule-auto");

    private final String code;

    Junk(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /**
     * @param reason by name; one that is no {@link Reason} is never junk
     */
    static Optional<Junk> of(String reason) {
        return Failure.CONTRADICTED.equals(reason) ? Optional.empty() : of(Reason.valueOf(reason));
    }

    private static Optional<Junk> of(Reason reason) {
        return switch (reason) {
            case SCANNED -> Optional.of(SCAN);
            case UNMAPPED_TEXT -> Optional.of(BROKEN_ENCODING);
            case NOT_A_PDF, EMPTY_FILE, NO_TEXT -> Optional.of(JUNK);
            case NO_TRANSACTIONS, TOO_MANY_PAGES, OTHER_LOCK -> Optional.of(UNSUPPORTED);
            case PASSWORD_REQUIRED,
                    PASSWORD_INCORRECT,
                    DAMAGED_PDF,
                    NOT_A_STATEMENT,
                    NO_STATEMENT_DATE,
                    TOO_COMPLEX,
                    UNEXPECTED ->
                    Optional.empty();
        };
    }
}
