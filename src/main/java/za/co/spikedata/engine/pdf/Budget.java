package za.co.spikedata.engine.pdf;

/**
 * What one document may cost, counted in work and never by the clock, so that a file meets the same
 * limit on every machine. A little is free; what a document shows earns it more, because a long
 * statement has much to do and a file that unfolds without end shows little.
 */
final class Budget {
    /** Glyphs of one page; a dense one has a tenth of them. */
    private static final int MOST_ON_A_PAGE = 100_000;

    /** Bytes of streams after their filters: a page of a statement takes some 20 for a glyph. */
    private static final long FREE_BYTES = 32L << 20;

    private static final long BYTES_A_GLYPH = 400;

    /** Operators of pages and the forms they draw; a page takes one for each glyph at worst. */
    private static final long FREE_OPERATORS = 5_000_000;

    private static final long OPERATORS_A_GLYPH = 20;

    /** Forms drawn; each is opened anew. */
    private static final long FREE_FORMS = 20_000;

    private static final long GLYPHS_A_FORM = 20;
    private static final long MOST_FORMS = 300_000;

    /**
     * Comparisons of glyphs with what is painted; a digit takes a hundred where much is painted.
     */
    private static final long FREE_COMPARISONS = 50_000_000;

    private static final long COMPARISONS_A_GLYPH = 50;

    /** Objects that packed tables list, and that come out of streams of objects. */
    private static final long MOST_OBJECTS = 500_000;

    /** Tables of objects, one for each time the file was saved. */
    private static final int MOST_SAVES = 1_000;

    /** Bytes read one by one: of a broken file PDFBox reads each nine times at most. */
    private static final long MOST_READS = 96L << 20;

    /** So many bytes that are read together cost as one. */
    private static final int TOGETHER = 4;

    private final long freeBytes;
    private final long mostBytes;
    private final long mostOperators;
    private final long mostGlyphs;
    private long bytes;
    private long operators;
    private long operatorsEarned;
    private long glyphs;
    private int onPage;
    private long comparisons;
    private long forms;
    private long objects;
    private int saves;
    private long reads;

    /**
     * @param bytes of streams after their filters
     * @param operators of pages and the forms they draw
     * @param glyphs shown
     */
    Budget(long bytes, long operators, long glyphs) {
        this(FREE_BYTES, bytes, operators, glyphs);
    }

    private Budget(long freeBytes, long bytes, long operators, long glyphs) {
        this.freeBytes = freeBytes;
        this.mostBytes = bytes;
        this.mostOperators = operators;
        this.mostGlyphs = glyphs;
    }

    /** For one stream alone, so many bytes after its filters. */
    static Budget ofStream(long bytes) {
        return new Budget(bytes, bytes, 0, 0);
    }

    /** A file that costs more than a statement can. */
    static final class Spent extends RuntimeException {
        Spent() {
            super("Expected a cheaper document", null, false, false);
        }
    }

    /** A byte of the file was read. */
    void read() {
        within(++reads, MOST_READS);
    }

    void readTogether(int count) {
        reads += 1 + count / TOGETHER;
        within(reads, MOST_READS);
    }

    /** So many more tables of objects. */
    void saves(int count) {
        saves += count;
        within(saves, MOST_SAVES);
    }

    /** So many more objects. */
    void objects(long count) {
        objects += count;
        within(objects, MOST_OBJECTS);
    }

    void decoded(long count) {
        bytes += count;
        within(bytes, Math.min(mostBytes, freeBytes + glyphs * BYTES_A_GLYPH));
    }

    void operator() {
        if (++operators > operatorsEarned) {
            operatorsEarned = Math.min(mostOperators, FREE_OPERATORS + glyphs * OPERATORS_A_GLYPH);
            within(operators, operatorsEarned);
        }
    }

    void form() {
        within(++forms, Math.min(MOST_FORMS, FREE_FORMS + glyphs / GLYPHS_A_FORM));
    }

    /** Glyphs were compared with something that is painted, so many times. */
    void compared(long times) {
        comparisons += times;
        within(comparisons, FREE_COMPARISONS + glyphs * COMPARISONS_A_GLYPH);
    }

    void page() {
        onPage = 0;
    }

    /** So many more glyphs may the page show. */
    int glyphsLeft() {
        return (int) Math.min(MOST_ON_A_PAGE - onPage, mostGlyphs - glyphs);
    }

    /** So many glyphs were shown, no more than were left. */
    void glyphs(int count) {
        glyphs += count;
        onPage += count;
    }

    private static void within(long spent, long most) {
        if (spent > most) {
            throw new Spent();
        }
    }
}
