package za.co.spikedata.api;

import java.util.Optional;
import za.co.spikedata.tenancy.Plan;

/**
 * How many requests a minute a credential may make.
 *
 * @param own its own limit; without one it may make as many as its tenant
 */
record Pace(Optional<Integer> own) {
    static final Pace OF_TENANT = new Pace(Optional.empty());

    private static final String NUMBER = "\\d{1,7}";

    /**
     * What an administrator typed: nothing, or a number within the plan.
     *
     * @return empty for anything else
     */
    static Optional<Pace> parse(String typed, Plan plan) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(OF_TENANT);
        }
        return Optional.of(text)
                .filter(each -> each.matches(NUMBER))
                .map(Integer::valueOf)
                .filter(each -> each >= 1 && each <= plan.requestsAMinute())
                .map(each -> new Pace(Optional.of(each)));
    }

    /** Requests a minute under a plan, which may have become smaller since. */
    int within(Plan plan) {
        return Math.min(own.orElse(plan.requestsAMinute()), plan.requestsAMinute());
    }
}
