package za.co.spikedata.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/** Gives people a copy of all that is held of them. */
@Component
public class OwnCopies {
    /** Each takes a thread, memory for its list, and the store, for as long as somebody reads. */
    private static final int AT_ONCE = 8;

    /** So that no tenant takes the turns of all. */
    private static final int OF_A_TENANT = 2;

    /** For some gigabytes over a slow line; whoever reads more slowly gives the turn back. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final Set<Turn> turns = new HashSet<>();
    private final List<Copied> holders;
    private final Origins origins;
    private final Audit audit;
    private final Clock clock;

    OwnCopies(List<Copied> holders, Origins origins, Audit audit, Clock clock) {
        this.holders = List.copyOf(holders);
        this.origins = origins;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A turn to write one, for half an hour at most; empty while this person has one, or as many
     * are written as this node writes at once, of this tenant or of all.
     */
    public Optional<Turn> turn(Tenant tenant, UUID person) {
        synchronized (turns) {
            boolean isTaken = turns.stream().anyMatch(turn -> turn.person.equals(person));
            if (isTaken || turns.size() == AT_ONCE || ofTenant(tenant) == OF_A_TENANT) {
                return Optional.empty();
            }
            var turn = new Turn(tenant, person);
            turns.add(turn);
            return Optional.of(turn);
        }
    }

    private long ofTenant(Tenant tenant) {
        return turns.stream().filter(turn -> turn.tenant.id().equals(tenant.id())).count();
    }

    /** To be closed, so that the next gets it. */
    public final class Turn implements AutoCloseable {
        private final Tenant tenant;
        private final UUID person;
        private final Instant end = clock.instant().plus(LONGEST);

        private Turn(Tenant tenant, UUID person) {
            this.tenant = tenant;
            this.person = person;
        }

        /**
         * Writes a copy as it is gathered; the trail is told first, so that the copy tells of
         * itself.
         *
         * @throws IOException when nobody reads it any more, or so slowly that its time is over
         */
        public void write(OutputStream out) throws IOException {
            audit.record(tenant.id(), person.toString(), "person.copied", person.toString());
            try (var parcel = new Parcel(new TimedOutput(out, clock, end))) {
                for (var holder : holders) {
                    holder.copy(tenant.id(), person, parcel);
                }
                parcel.finish(
                        new Parcel.About(
                                origins.url(tenant, "/"),
                                person.toString(),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
            }
        }

        @Override
        public void close() {
            synchronized (turns) {
                turns.remove(this);
            }
        }
    }
}
