package za.co.spikedata.errorstore;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Vault;
import za.co.spikedata.vault.VaultId;

/** Takes what people report about documents that were read without fault. */
@Component
public class Reports {
    private static final String NOTE = "note";

    private final EntryTable entries;
    private final NoteTable notes;
    private final Vault vault;
    private final TenantDatabase database;
    private final Scheduler jobs;
    private final Clock clock;

    Reports(
            EntryTable entries,
            NoteTable notes,
            Vault vault,
            TenantDatabase database,
            Scheduler jobs,
            Clock clock) {
        this.entries = entries;
        this.notes = notes;
        this.vault = vault;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** How far the copy is that support works from. */
    public enum Copy {
        WAITING,
        MADE,
        NONE
    }

    /** A report that support has. */
    public record Sent(Instant at, Copy copy) {}

    /**
     * Files a report and has a replica made, in the transaction that holds its document.
     *
     * @param report of the kind {@link Failure#reported}
     * @param note what its owner says, sealed with the entry's key
     * @return false when there is a report of the document already
     */
    public boolean take(TenantId tenant, Failure report, String note) {
        return database.call(
                tenant,
                () -> {
                    var earlier = entries.find(tenant, report.document());
                    if (earlier.filter(each -> each.how().isReport()).isPresent()) {
                        return false;
                    }
                    earlier.ifPresent(mended -> entries.delete(tenant, List.of(mended.document())));
                    var key = earlier.map(Entry::vault).orElseGet(() -> reserved(tenant));
                    entries.insert(tenant, Entry.of(report, key, Optional.empty()));
                    notes.write(tenant, report.document(), sealed(tenant, key, note));
                    jobs.scheduleIfNotExists(
                            ReplicaWorker.job(tenant, report.document(), clock.instant()));
                    return true;
                });
    }

    private VaultId reserved(TenantId tenant) {
        var known = vault.reserve(tenant);
        vault.keep(tenant, known);
        return known.id();
    }

    private byte[] sealed(TenantId tenant, VaultId key, String note) {
        return vault.fields(tenant, key)
                .orElseThrow()
                .seal(NOTE, note.getBytes(StandardCharsets.UTF_8));
    }

    /** The report of a document; empty where nobody reported it, and once it is forgotten. */
    public Optional<Sent> of(TenantId tenant, UUID document) {
        return entries.find(tenant, document)
                .filter(entry -> entry.how().isReport())
                .map(entry -> new Sent(entry.since(), copy(entry.copying())));
    }

    /** What its owner says; empty for a failure. */
    Optional<String> note(TenantId tenant, Entry entry) {
        return notes.sealed(tenant, entry.document())
                .flatMap(sealed ->
                        vault.fields(tenant, entry.vault())
                                .map(fields -> fields.unseal(NOTE, sealed)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Copy copy(Copying copying) {
        return switch (copying) {
            case WAITING -> Copy.WAITING;
            case MADE -> Copy.MADE;
            case NOT_FOLLOWED,
                    PICTURES,
                    DATES,
                    FIGURES,
                    CHARACTERS,
                    LINES,
                    OUTCOME,
                    PLACES,
                    WORDS,
                    LOCKED,
                    GONE,
                    TOO_COMPLEX,
                    UNLIKE ->
                    Copy.NONE;
        };
    }
}
