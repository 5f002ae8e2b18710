package za.co.spikedata.tenancy;

import java.time.Duration;

/**
 * How long a tenant keeps what people upload, within the platform's bounds.
 *
 * @param originals PDFs of proven statements, from when they were read
 * @param failures PDFs of all other documents, from their upload
 * @param results what was read, from the upload
 */
public record Retention(Duration originals, Duration failures, Duration results) {
    private static final Duration LONGEST_ORIGINAL = Duration.ofDays(7);
    private static final Duration SHORTEST_RESULT = Duration.ofDays(1);
    private static final Duration LONGEST_RESULT = Duration.ofDays(365);

    /** What a tenant that says nothing has; made after the bounds it is held to. */
    public static final Retention DEFAULT =
            new Retention(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(90));

    public Retention {
        check("originals", originals, Duration.ZERO, LONGEST_ORIGINAL);
        check("failures", failures, Duration.ZERO, LONGEST_ORIGINAL);
        check("results", results, SHORTEST_RESULT, LONGEST_RESULT);
    }

    private static void check(String name, Duration period, Duration least, Duration most) {
        if (period.compareTo(least) < 0 || period.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + ": expected " + said(least) + " to " + said(most));
        }
    }

    private static String said(Duration period) {
        return period.toDays() + "d";
    }
}
