package za.co.spikedata.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/**
 * What became of a mail, without its address or any word of it.
 *
 * @param kind as its texts' keys name it
 * @param tries how often sending it failed, those apart when its tenant was not served
 * @param fault why it did not go last; empty: it did not fail yet
 * @param next when it is tried again; empty: it is not
 * @param ended when it was sent or given up
 */
public record Dispatch(
        UUID id,
        TenantId tenant,
        String kind,
        State state,
        int tries,
        Optional<MailFault> fault,
        Instant written,
        Optional<Instant> next,
        Optional<Instant> ended) {
    /**
     * Kinds that whoever waits for them can ask for again, or that tell of no more than how things
     * run. All others tell people of what operators do, or of their account's security.
     */
    private static final Set<String> FREE =
            Set.of(
                    "invitation",
                    "reset",
                    "email-new",
                    "low-balance",
                    "webhook-disabled",
                    "domain-doubted",
                    "certificate-ending");

    /** Whether an operator may have it not sent. */
    public boolean mayBeGivenUp() {
        return FREE.contains(kind);
    }

    /** Where a mail is on its way. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /**
     * Which to look at.
     *
     * @param tenant empty: those of all
     * @param show empty: all
     */
    public record Asked(Optional<TenantId> tenant, Optional<Show> show) {}

    /** Parts of the list. */
    public enum Show {
        WAITING,
        /** Waits, and failed before. */
        FAILING,
        SENT,
        GIVEN_UP
    }

    /**
     * How many there are of each.
     *
     * @param sent since what is ended is forgotten
     * @param givenUp the same
     */
    public record Counts(long waiting, long failing, long sent, long givenUp) {}
}
