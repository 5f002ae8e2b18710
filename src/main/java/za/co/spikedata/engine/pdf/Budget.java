package za.co.spikedata.engine.pdf;

/** What one document may cost; a file that spends more is no statement. */
final class Budget {
    /** Glyphs of one page; a dense one has a tenth of them. */
    private static final int MOST_ON_A_PAGE = 100_000;

    /** Forms drawn on all pages; each is opened anew. */
    private static final int MOST_FORMS = 300_000;

    private long bytes;
    private long operators;
    private long glyphs;
    private int onPage;
    private int forms = MOST_FORMS;

    /**
     * @param bytes of streams after their filters
     * @param operators of pages and the forms they draw
     * @param glyphs shown
     */
    Budget(long bytes, long operators, long glyphs) {
        this.bytes = bytes;
        this.operators = operators;
        this.glyphs = glyphs;
    }

    /** A file that costs more than a statement can. */
    static final class Spent extends RuntimeException {
        Spent() {
            super("Expected a cheaper document", null, false, false);
        }
    }

    void decoded(int count) {
        bytes -= count;
        if (bytes < 0) {
            throw new Spent();
        }
    }

    void operator() {
        if (--operators < 0) {
            throw new Spent();
        }
    }

    void form() {
        if (--forms < 0) {
            throw new Spent();
        }
    }

    void page() {
        onPage = 0;
    }

    void glyph() {
        if (--glyphs < 0 || ++onPage > MOST_ON_A_PAGE) {
            throw new Spent();
        }
    }
}
