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
import za.co.spikedata.vault.Deposit;
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
     * What the store had to be asked for before a report can be taken.
     *
     * @param key of the entry
     * @param fresh the key, where no entry had one
     */
    public record Prepared(VaultId key, Optional<Deposit> fresh, byte[] sealedNote) {
        @Override
        public String toString() {
            return "Prepared[" + key + "]";
        }
    }

    /**
     * Gets ready outside of any transaction; take it, or let it go.
     *
     * @param note what its owner says, sealed with the entry's key
     */
    public Prepared prepare(TenantId tenant, UUID document, String note) {
        var bytes = note.getBytes(StandardCharsets.UTF_8);
        var earlier = entries.find(tenant, document).map(Entry::vault);
        var known = earlier.flatMap(key -> vault.fields(tenant, key));
        if (known.isPresent()) {
            return new Prepared(
                    earlier.orElseThrow(), Optional.empty(), known.get().seal(NOTE, bytes));
        }
        var fresh = vault.reserve(tenant);
        return new Prepared(fresh.id(), Optional.of(fresh), fresh.seal(NOTE, bytes));
    }

    public void letGo(Prepared prepared) {
        prepared.fresh().ifPresent(vault::drop);
    }

    /**
     * Files a report and has a replica made, in the transaction that holds its document.
     *
     * @param report of the kind {@link Failure#reported}
     * @return false when there is a report of the document already, or its entry came or went since
     *     this was prepared
     */
    public boolean take(TenantId tenant, Failure report, Prepared prepared) {
        return database.call(
                tenant,
                () -> {
                    var earlier = entries.find(tenant, report.document());
                    boolean isAsPrepared =
                            prepared.fresh().isPresent()
                                    ? earlier.isEmpty()
                                    : earlier.filter(each -> each.vault().equals(prepared.key()))
                                            .isPresent();
                    if (!isAsPrepared
                            || earlier.filter(each -> each.how().isReport()).isPresent()) {
                        return false;
                    }
                    earlier.ifPresent(mended -> entries.delete(tenant, List.of(mended.document())));
                    prepared.fresh().ifPresent(key -> vault.keep(tenant, key));
                    entries.insert(tenant, Entry.of(report, prepared.key(), Optional.empty()));
                    notes.write(tenant, report.document(), prepared.sealedNote());
                    jobs.scheduleIfNotExists(
                            ReplicaWorker.job(tenant, report.document(), clock.instant()));
                    return true;
                });
    }

    /** The report of a document; empty where nobody reported it, and once it is forgotten. */
    public Optional<Sent> of(TenantId tenant, UUID document) {
        return entries.find(tenant, document)
                .filter(entry -> entry.how().isReport())
                .map(entry -> new Sent(entry.since(), copy(entry.copying())));
    }

    /** What the owner of a document said of it; empty where they said nothing. */
    public Optional<String> said(TenantId tenant, UUID document) {
        return entries.find(tenant, document).flatMap(entry -> note(tenant, entry));
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
