package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Failures of one layout, of all tenants together.
 *
 * @param id fingerprint of the layout; where there is none, what they failed for
 * @param junk the wire contract's names for what is known of them, if all are known
 * @param replicas how many of them have one
 */
public record Group(
        String id,
        List<String> reasons,
        List<String> junk,
        int cases,
        int replicas,
        Instant first,
        Instant last,
        Decision.State state,
        Optional<String> assigned,
        String note) {
    public Group {
        reasons = List.copyOf(reasons);
        junk = List.copyOf(junk);
    }

    static Group of(Tally tally, Decision decision) {
        boolean allJunk = tally.cases() == tally.junkCases();
        return new Group(
                tally.group(),
                tally.reasons().stream().sorted().toList(),
                allJunk ? tally.junk().stream().sorted().toList() : List.of(),
                tally.cases(),
                tally.replicas(),
                tally.first(),
                tally.last(),
                state(tally, decision, allJunk),
                decision.assigned(),
                decision.note());
    }

    /**
     * What failed after a decision asks for another, unless the layout is dismissed; what somebody
     * reported always does. Junk and what is mended ask for none.
     */
    private static Decision.State state(Tally tally, Decision decision, boolean allJunk) {
        if (allJunk) {
            return Decision.State.DISMISSED;
        }
        if (tally.cases() == tally.mended()) {
            return Decision.State.RESOLVED;
        }
        boolean isSettled = decision.state() == Decision.State.DISMISSED && !tally.isOfReports();
        return !isSettled && tally.last().isAfter(decision.at())
                ? Decision.State.OPEN
                : decision.state();
    }

    @Override
    public String toString() {
        return "Group[" + id + "]";
    }
}
