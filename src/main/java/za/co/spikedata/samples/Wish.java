package za.co.spikedata.samples;

/**
 * How long a sample is to be; the same wish always gives the same sample.
 *
 * @param months the statement covers
 * @param rows movements on it
 */
public record Wish(long seed, int months, int rows) {
    private static final int USUAL_MONTHS = 3;
    private static final int USUAL_ROWS = 100;

    public Wish {
        if (months < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "Expected at least one month and one row, got " + months + " and " + rows);
        }
    }

    /** A quarter on about three pages. */
    public static Wish usual(long seed) {
        return new Wish(seed, USUAL_MONTHS, USUAL_ROWS);
    }
}
