package za.co.spikedata.guard;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts requests against rates that others decide, on all nodes together. */
@Component
public class Rates {
    private static final double SECONDS_A_MINUTE = 60;
    private static final double SECONDS_AN_HOUR = 3_600;

    private final Buckets buckets;

    Rates(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * How a rate stands after a request.
     *
     * @param isKept whether the request is within it
     * @param left so many more at once
     * @param pause until there is one more
     * @param untilFull until there are as many as ever
     */
    public record Standing(boolean isKept, long left, Duration pause, Duration untilFull) {}

    /**
     * Whoever is given another rate begins anew.
     *
     * @param name of the rate, such as {@code api-tenant}
     * @param aMinute so many, spread or at once
     */
    public Standing count(String name, String whose, int aMinute) {
        var allowance = new Allowance(name, aMinute, aMinute / SECONDS_A_MINUTE);
        return buckets.count(allowance.of(whose + ":" + aMinute));
    }

    /** Whether a request is within so many an hour, spread or at once. */
    public boolean isWithin(String name, String whose, int anHour) {
        var allowance = new Allowance(name, anHour, anHour / SECONDS_AN_HOUR);
        return buckets.count(allowance.of(whose)).isKept();
    }
}
