package za.co.spikedata.engine.model;

/** Why a PDF could not be read, and who can mend it. */
public enum Reason {
    PASSWORD_REQUIRED(Blame.USER),
    PASSWORD_INCORRECT(Blame.USER),
    /** Locked by a certificate or a program of its own; no password opens it. */
    OTHER_LOCK(Blame.USER),
    /** Not a PDF by its first bytes. */
    NOT_A_PDF(Blame.USER),
    /** Zero bytes. */
    EMPTY_FILE(Blame.USER),
    /** A PDF whose structure cannot be followed. */
    DAMAGED_PDF(Blame.SPIKE),
    /** Readable, but no text on its pages, and no images either. */
    NO_TEXT(Blame.SPIKE),
    /** Pages are pictures. */
    SCANNED(Blame.CLIENT),
    /** Text is drawn with glyphs whose letters the file does not tell. */
    UNMAPPED_TEXT(Blame.SPIKE),
    /** No table of dated rows. */
    NOT_A_STATEMENT(Blame.SPIKE),
    /** A statement that says there were no transactions, or prints none. */
    NO_TRANSACTIONS(Blame.USER),
    /** Rows are there, without a year, and none is printed to supply it. */
    NO_STATEMENT_DATE(Blame.SPIKE),
    TOO_MANY_PAGES(Blame.USER),
    /** Crossed a limit of time or memory. */
    TOO_COMPLEX(Blame.SPIKE),
    /** A fault of ours. */
    UNEXPECTED(Blame.SPIKE);

    private final Blame blame;

    Reason(Blame blame) {
        this.blame = blame;
    }

    public Blame blame() {
        return blame;
    }

    /** Who can mend it, in the words of the wire contract. */
    public enum Blame {
        USER,
        CLIENT,
        SPIKE,
        SITE
    }
}
