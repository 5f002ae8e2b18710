package za.co.spikedata.admin;

import java.util.Optional;
import za.co.spikedata.tenancy.OneLine;

/** Why an operator does what others will read of. */
final class Reasons {
    private static final int LONGEST = 200;

    private Reasons() {}

    /** As it is kept; empty for none, and for one that is too long. */
    static Optional<String> of(String typed) {
        return of(typed, LONGEST);
    }

    static Optional<String> of(String typed, int longest) {
        return Optional.of(OneLine.of(typed))
                .filter(reason -> !reason.isEmpty() && reason.length() <= longest);
    }
}
