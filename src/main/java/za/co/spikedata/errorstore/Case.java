package za.co.spikedata.errorstore;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One failure as support sees it: not whose, and nothing the paper says.
 *
 * @param copying what became of its replica
 */
public record Case(
        UUID id,
        String group,
        Failure.How how,
        String engine,
        Optional<String> junk,
        String copying,
        Instant since,
        Replay replay) {
    static Case of(Entry entry) {
        return new Case(
                entry.document(),
                entry.group(),
                entry.how(),
                entry.engine(),
                entry.junk(),
                entry.copying().name(),
                entry.since(),
                entry.replay());
    }

    public boolean hasReplica() {
        return copying.equals(Copying.MADE.name());
    }
}
