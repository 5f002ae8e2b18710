package za.co.spikedata.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * A kind of work that workers do, as it stands.
 *
 * @param next when it is done next, or when the one that waits longest was to be done; empty: none
 *     waits
 * @param isRecurring done again and again, and so it may be done at once too
 * @param waiting how many wait
 * @param failing how many of them failed before
 * @param lease who is at it; one of them where there are several
 */
record Job(
        String name,
        boolean isRecurring,
        int waiting,
        int running,
        int failing,
        Optional<Instant> next,
        Optional<Instant> success,
        Optional<Instant> failure,
        Optional<Lease> lease) {
    /** One of which there is none to do. */
    static Job idle(String name) {
        return new Job(
                name,
                false,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Somebody's, until they are not heard of.
     *
     * @param node its name among the nodes
     * @param heard when it last said that it is at it
     */
    record Lease(String node, Instant heard) {}

    /** How a kind of work failed last: names of what was thrown, the outermost first. */
    record Fault(String job, String causes, Instant at) {}
}
