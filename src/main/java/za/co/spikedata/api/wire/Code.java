package za.co.spikedata.api.wire;

import static za.co.spikedata.api.wire.Blame.CLIENT;
import static za.co.spikedata.api.wire.Blame.NOTSET;
import static za.co.spikedata.api.wire.Blame.SPIKE;
import static za.co.spikedata.api.wire.Blame.USER;

/** Every answer there is: who can mend it, what it costs, and what it says to people. */
public enum Code {
    STATEMENT_COMMON("pdf/success/statement-common"),
    NORMAL("pdf/success/bank-statement-normal"),
    NO_BALANCE("pdf/success/bank-statement-no-balance"),
    CARD_SIMPLE("pdf/success/credit-card-simple"),
    CARD_BREAKDOWN("pdf/success/credit-card-breakdown"),
    CARD_MULTI_USER("pdf/success/credit-card-breakdown-multi-user"),
    PASSWORD_REQUIRED(
            "pdf/fail/password-required",
            USER,
            1,
            "The PDF is locked. Send its password in \"pass\"."),
    PASSWORD_INCORRECT(
            "pdf/fail/password-incorrect", USER, 1, "The password does not open the PDF."),
    INVALID_PDF("pdf/fail/invalid-pdf", SPIKE, 0, "The file is not a PDF that can be followed."),
    EXTRACT_FAILED("pdf/fail/extract-failed", SPIKE, 0, "No text could be taken from the PDF."),
    IMAGE_PDF("pdf/fail/image-pdf", CLIENT, 0, "The pages are pictures and could not be read."),
    OCR_FAILED(
            "pdf/fail/ocr-failed",
            SPIKE,
            0,
            "The pages are pictures; what was read from them could not be proven."),
    AUTO_DETECT("pdf/fail/auto-detect", CLIENT, 0, "The PDF is of a kind that is never processed."),
    UNSUPPORTED_PDF(
            "pdf/fail/unsupported-pdf", USER, 1, "The PDF is known, and not a statement to read."),
    UNKNOWN_PDF("pdf/fail/unknown-pdf", SPIKE, 0, "No statement was recognised."),
    MULTIPLE_PARSERS(
            "pdf/fail/multiple-matching-parsers",
            SPIKE,
            0,
            "More than one known layout claims the statement."),
    NO_STATEMENT_DATE(
            "pdf/fail/failed-to-extract-statement-date",
            SPIKE,
            0,
            "The rows carry no year, and no date of the statement supplies it."),
    NO_CREDIT_BREAKDOWN(
            "pdf/fail/failed-to-extract-credit-breakdown",
            SPIKE,
            0,
            "The totals of the card's sections were not found."),
    INVALID_DATA(
            "pdf/fail/invalid-data-extracted", SPIKE, 0, "The rows read contradict each other."),
    JOIN_FAILED(
            "pdf/fail/join-transactions-failed",
            SPIKE,
            0,
            "The rows could not be told from each other."),
    UNKNOWN_EXCEPTION(
            "pdf/fail/unknown-exception", SPIKE, 0, "Reading this PDF failed unexpectedly."),
    CSV_STATEMENT("csv/success/bank-statement"),
    CSV_UNKNOWN("csv/fail/unknown-csv", SPIKE, 0, "The layout of the CSV is not known."),
    CSV_MULTIPLE_PARSERS(
            "csv/fail/multiple-matching-parsers", SPIKE, 0, "Two CSV layouts claim the file."),
    CSV_INVALID_DATA(
            "csv/fail/invalid-data-extracted", SPIKE, 0, "The CSV's rows contradict each other."),
    CSV_EXCEPTION("csv/fail/unknown-exception", SPIKE, 0, "Reading this CSV failed unexpectedly."),
    AUTHORIZATION(
            "error/common/dev/authorization", CLIENT, 0, "The token or the keys are not accepted."),
    INVALID_INPUTS("error/common/dev/invalid-inputs", CLIENT, 0, "The request does not fit."),
    INSUFFICIENT_CREDIT(
            "error/common/access/insufficient-credit", NOTSET, 0, "There is no credit left."),
    TOO_MANY_REQUESTS(
            "error/common/access/exceeded-max-concurrent-requests",
            CLIENT,
            0,
            "Too many requests are under way. Wait for one to end."),
    EXCEPTION("error/common/exception", SPIKE, 0, "Something failed on our side.");

    /** Where a success begins in the wire's names. */
    private static final String SUCCESS = "/success/";

    private final String wire;
    private final Blame blame;
    private final int tenths;
    private final String message;

    /** A success: it costs one credit. */
    Code(String wire) {
        this(wire, NOTSET, 10, "");
    }

    Code(String wire, Blame blame, int tenths, String message) {
        this.wire = wire;
        this.blame = blame;
        this.tenths = tenths;
        this.message = message;
    }

    public String wire() {
        return wire;
    }

    public Blame blame() {
        return blame;
    }

    /** Its price in tenths of a credit. */
    public int tenths() {
        return tenths;
    }

    public String message() {
        return message;
    }

    public boolean isSuccess() {
        return wire.contains(SUCCESS);
    }

    /** The number that tells programs the kind of answer: 2 success, 4 error. */
    public int type() {
        return isSuccess() ? 2 : 4;
    }
}
