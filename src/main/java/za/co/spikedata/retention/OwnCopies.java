package za.co.spikedata.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/** Gives people a copy of all that is held of them. */
@Component
public class OwnCopies {
    /** Each takes a thread, memory for its list, and the store, for as long as somebody reads. */
    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);
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

    /** A turn to write one; empty while as many are written as this node writes at once. */
    public Optional<Turn> turn() {
        return turns.tryAcquire() ? Optional.of(new Turn()) : Optional.empty();
    }

    /** To be closed, so that the next gets it. */
    public final class Turn implements AutoCloseable {
        private Turn() {}

        /**
         * Writes a copy as it is gathered; the trail is told first, so that the copy tells of
         * itself.
         */
        public void write(Tenant tenant, UUID person, OutputStream out) throws IOException {
            audit.record(tenant.id(), person.toString(), "person.copied", person.toString());
            try (var parcel = new Parcel(out)) {
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
            turns.release();
        }
    }
}
