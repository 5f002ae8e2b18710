package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** How often one layout failed, of one tenant or of several. */
record Tally(
        String group,
        Set<String> reasons,
        Set<String> junk,
        int cases,
        int junkCases,
        int replicas,
        int mended,
        Instant first,
        Instant last) {
    Tally {
        reasons = Set.copyOf(reasons);
        junk = Set.copyOf(junk);
    }

    /** Groups are of reports or of failures, never of both. */
    boolean isOfReports() {
        return reasons.stream().allMatch(Failure::isReport);
    }

    Tally plus(Tally other) {
        return new Tally(
                group,
                union(reasons, other.reasons),
                union(junk, other.junk),
                cases + other.cases,
                junkCases + other.junkCases,
                replicas + other.replicas,
                mended + other.mended,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
