package za.co.spikedata.errorstore;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.retention.Copied;
import za.co.spikedata.retention.Parcel;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.Unsealable;

/**
 * Which of a person's papers are kept for support, and who wished to see them. The replicas say
 * nothing of anybody, and who asked is somebody else.
 */
@Component
class CopiedFailures implements Copied {
    private static final String REQUESTS = "requests-to-see.json";

    private final EntryTable entries;
    private final OpeningTable openings;
    private final Clock clock;

    CopiedFailures(EntryTable entries, OpeningTable openings, Clock clock) {
        this.entries = entries;
        this.openings = openings;
        this.clock = clock;
    }

    private record Kept(
            UUID document,
            String since,
            String reason,
            Optional<Check.Rule> rule,
            int row,
            int page,
            String engine,
            Optional<String> junk,
            boolean hasReplica,
            Optional<Replay.Outcome> replay) {}

    private record Request(
            UUID document,
            String reason,
            String asked,
            Opening.State state,
            Optional<String> until,
            Optional<String> opened) {
        @Override
        public String toString() {
            return "Request[" + document + "]";
        }
    }

    @Override
    public void copy(TenantId tenant, UUID person, Parcel parcel) throws IOException {
        var kept = entries.of(tenant, person).stream().map(CopiedFailures::kept).toList();
        parcel.addList("failures.json", "failures", kept);
        try {
            var requests =
                    openings.of(tenant, person).stream()
                            .map(opening -> request(opening, clock.instant()))
                            .toList();
            parcel.addList(REQUESTS, "requests to see a PDF", requests);
        } catch (Unsealable | KeyRefused broken) {
            parcel.unreadable(REQUESTS);
        }
    }

    private static Kept kept(Entry entry) {
        return new Kept(
                entry.document(),
                entry.since().toString(),
                entry.how().reason(),
                entry.how().rule(),
                entry.how().row(),
                entry.how().page(),
                entry.engine(),
                entry.junk(),
                entry.copying() == Copying.MADE,
                Optional.of(entry.replay())
                        .filter(replay -> !replay.equals(Replay.NONE))
                        .map(Replay::outcome));
    }

    private static Request request(Opening opening, Instant now) {
        return new Request(
                opening.document(),
                opening.reason(),
                opening.asked().toString(),
                opening.state(now),
                opening.answer().flatMap(Opening.Answer::until).map(Instant::toString),
                opening.opened().map(Instant::toString));
    }
}
