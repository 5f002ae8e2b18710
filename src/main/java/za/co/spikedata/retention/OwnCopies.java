package za.co.spikedata.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/** Gives people a copy of all that is held of them. */
@Component
public class OwnCopies {
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

    /** Writes it as it is gathered; the trail is told first, so that the copy tells of itself. */
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
}
