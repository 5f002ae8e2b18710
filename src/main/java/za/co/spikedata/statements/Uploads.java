package za.co.spikedata.statements;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
import za.co.spikedata.retention.Deletions;
import za.co.spikedata.retention.Rule;
import za.co.spikedata.shape.Sha256;
import za.co.spikedata.statements.upload.Arrival;
import za.co.spikedata.statements.upload.Arrivals;
import za.co.spikedata.statements.upload.FileName;
import za.co.spikedata.statements.upload.Refusal;
import za.co.spikedata.statements.upload.RefusedException;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Deposit;
import za.co.spikedata.vault.StoreUnavailable;
import za.co.spikedata.vault.Vault;

/** Takes files in: each is stored, written down and given to the readers, or told why not. */
@Component
class Uploads {
    static final String NAME = "name";

    private final Vault vault;
    private final DocumentTable documents;
    private final KeptStatements kept;
    private final SealedHashes hashes;
    private final Deletions deletions;
    private final TenantDatabase database;
    private final Scheduler jobs;
    private final Audit audit;
    private final Clock clock;

    Uploads(
            Vault vault,
            DocumentTable documents,
            KeptStatements kept,
            SealedHashes hashes,
            Deletions deletions,
            TenantDatabase database,
            Scheduler jobs,
            Audit audit,
            Clock clock) {
        this.vault = vault;
        this.documents = documents;
        this.kept = kept;
        this.hashes = hashes;
        this.deletions = deletions;
        this.database = database;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of an upload.
     *
     * @param only its one document, when there is just one
     */
    record Received(UUID upload, int files, Optional<DocumentId> only) {}

    Received receive(Person person, Arrivals arrivals) {
        var bringer = Bringer.of(person);
        var upload = UUID.randomUUID();
        int files = 0;
        Optional<DocumentId> only = Optional.empty();
        for (var next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            var id =
                    switch (next.get()) {
                        case Arrival.Accepted accepted -> accept(bringer, upload, files, accepted);
                        case Arrival.Refused(var name, var refusal, var bytes) ->
                                refuse(bringer, upload, files, name, refusal, bytes);
                    };
            files++;
            only = files == 1 ? Optional.of(id) : Optional.empty();
        }
        return new Received(upload, files, only);
    }

    /** Takes one file in, as an upload of its own. */
    DocumentId take(Bringer bringer, Arrival.Accepted arrival) {
        return accept(bringer, UUID.randomUUID(), 0, arrival);
    }

    /** Begins deleting for good; empty when a legal hold keeps it. */
    Optional<UUID> delete(Bringer bringer, Document document) {
        var tenant = bringer.tenant();
        return deletions
                .begin(
                        tenant,
                        bringer.actor(),
                        kept,
                        Rule.ASKED,
                        kept.leaving(tenant, List.of(document)))
                .stream()
                .findFirst();
    }

    /**
     * A file as the store has it, or a refused one, that is not written down yet.
     *
     * @param known key of what is known of it
     */
    record Prepared(Bringer bringer, Document document, Deposit known, Optional<Deposit> original) {
        @Override
        public String toString() {
            return "Prepared[" + document.id() + "]";
        }
    }

    /**
     * Gives one file to the store, outside of any transaction; write it, or let it go.
     *
     * @throws StoreUnavailable when the store does not take it
     */
    Prepared prepare(Bringer bringer, Arrival.Accepted arrival) throws IOException {
        return prepare(bringer, UUID.randomUUID(), 0, arrival);
    }

    void letGo(Prepared prepared) {
        prepared.original().ifPresent(vault::drop);
        vault.drop(prepared.known());
    }

    private Prepared prepare(Bringer bringer, UUID upload, int place, Arrival.Accepted accepted)
            throws IOException {
        var hashed = new DigestInputStream(accepted.content(), Sha256.fresh());
        var original = vault.put(bringer.tenant(), hashed);
        boolean prepared = false;
        try {
            var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            var fate = new Fate.Taken(original, hash);
            var all = prepared(bringer, upload, place, accepted.name(), fate);
            prepared = true;
            return all;
        } finally {
            if (!prepared) {
                vault.drop(original);
            }
        }
    }

    private DocumentId accept(Bringer bringer, UUID upload, int place, Arrival.Accepted accepted) {
        try {
            return written(prepare(bringer, upload, place, accepted));
        } catch (RefusedException refused) {
            return refuse(bringer, upload, place, accepted.name(), refused.refusal(), 0);
        } catch (IOException cut) {
            return refuse(bringer, upload, place, accepted.name(), Refusal.CUT_OFF, 0);
        } catch (StoreUnavailable unavailable) {
            return refuse(bringer, upload, place, accepted.name(), Refusal.NOT_STORED, 0);
        }
    }

    private DocumentId refuse(
            Bringer bringer, UUID upload, int place, FileName name, Refusal refusal, long bytes) {
        return written(prepared(bringer, upload, place, name, new Fate.Turned(refusal, bytes)));
    }

    private DocumentId written(Prepared prepared) {
        write(prepared, () -> true, _ -> {});
        return prepared.document().id();
    }

    /** What became of a file at the door. */
    private sealed interface Fate {
        record Taken(Deposit original, String hash) implements Fate {}

        record Turned(Refusal refusal, long bytes) implements Fate {}
    }

    private Prepared prepared(Bringer bringer, UUID upload, int place, FileName name, Fate fate) {
        var tenant = bringer.tenant();
        var known = vault.reserve(tenant);
        var sealedName = known.seal(NAME, name.value().getBytes(StandardCharsets.UTF_8));
        var now = OffsetDateTime.now(clock);
        var document =
                switch (fate) {
                    case Fate.Taken(var original, var hash) ->
                            Document.taken(
                                    bringer.owner(),
                                    upload,
                                    place,
                                    known.id(),
                                    original.id(),
                                    sealedName,
                                    hashes.seal(tenant, known.id(), hash),
                                    original.bytes(),
                                    now);
                    case Fate.Turned(var refusal, var bytes) ->
                            Document.turned(
                                    bringer.owner(),
                                    upload,
                                    place,
                                    known.id(),
                                    sealedName,
                                    refusal,
                                    bytes,
                                    now);
                };
        return new Prepared(
                bringer,
                document,
                known,
                fate instanceof Fate.Taken(var original, _)
                        ? Optional.of(original)
                        : Optional.empty());
    }

    /**
     * Writes one with what goes beside it, in a transaction of their own, or lets it go.
     *
     * @param isWanted asked first, in that transaction
     * @param beside writes with its id what goes with it
     */
    boolean write(Prepared prepared, BooleanSupplier isWanted, Consumer<DocumentId> beside) {
        boolean isWritten =
                database.write(
                        prepared.bringer().tenant(),
                        () -> {
                            if (!isWanted.getAsBoolean()) {
                                return false;
                            }
                            write(prepared);
                            beside.accept(prepared.document().id());
                            return true;
                        },
                        () -> letGo(prepared));
        jobs.triggerCheckForDueExecutions(); // until the commit nobody could see the job
        return isWritten;
    }

    /** Document, keys, job and audit line: all of them or none; in the open transaction if any. */
    void write(Prepared prepared) {
        var bringer = prepared.bringer();
        var tenant = bringer.tenant();
        var document = prepared.document();
        database.run(
                tenant,
                () -> {
                    vault.keep(tenant, prepared.known());
                    prepared.original()
                            .ifPresent(original -> {
                                vault.keep(tenant, original);
                                schedule(tenant, document.id());
                            });
                    documents.insert(tenant, document);
                    audit.record(
                            tenant,
                            bringer.actor(),
                            document.original().isPresent()
                                    ? "statement.uploaded"
                                    : "statement.refused",
                            document.id().toString());
                });
    }

    private void schedule(TenantId tenant, DocumentId id) {
        jobs.scheduleIfNotExists(
                ReadWorker.JOB
                        .instance(id.toString())
                        .data(new ReadWorker.Job(tenant, id))
                        .scheduledTo(clock.instant()));
    }
}
