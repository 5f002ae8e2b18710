package za.co.spikedata.api;

/**
 * What a tenant's programs may use.
 *
 * @param startTenths tenths of a credit that its ledger begins with
 * @param monthlyTenths the same again with each month
 * @param atOnce requests of all its programs together under way on a node
 * @param mostBytes of one file; the addresses' own limits hold besides
 */
public record Plan(
        String name,
        long startTenths,
        long monthlyTenths,
        int requestsAMinute,
        int atOnce,
        int mostBytes) {
    /** What every tenant begins with: ten thousand statements, at the pace of one busy machine. */
    public static final Plan STANDARD = new Plan("standard", 100_000, 0, 12_000, 24, 12_000_000);

    private static final int LONGEST_NAME = 40;
    private static final long MOST_TENTHS = 1_000_000_000_000L;
    private static final int MOST_A_MINUTE = 1_000_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_BYTES = 100_000_000;

    public Plan {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Expected a short name");
        }
        expect(startTenths, 0, MOST_TENTHS);
        expect(monthlyTenths, 0, MOST_TENTHS);
        expect(requestsAMinute, 1, MOST_A_MINUTE);
        expect(atOnce, 1, MOST_AT_ONCE);
        expect(mostBytes, 1, MOST_BYTES);
    }

    /** Tenths below which those in charge are told that credits run out. */
    long lowMark() {
        return Math.max(startTenths, monthlyTenths) / 10;
    }

    private static void expect(long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Expected %d to %d, got %d".formatted(least, most, value));
        }
    }
}
