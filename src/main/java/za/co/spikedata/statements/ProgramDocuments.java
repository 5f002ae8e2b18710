package za.co.spikedata.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.errorstore.Failure;
import za.co.spikedata.retention.Receipt;
import za.co.spikedata.retention.Receipts;
import za.co.spikedata.statements.upload.Arrival;
import za.co.spikedata.statements.upload.FileName;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Documents that programs bring. They are read, kept, filed when they fail and deleted as people's
 * are; all programs of a tenant see them, and no person does.
 */
@Component
public class ProgramDocuments {
    /** What is called so came for an answer; its label is not kept. */
    private static final String ANSWERED = "answered.pdf";

    private final Uploads uploads;
    private final DocumentTable documents;
    private final Readings readings;
    private final Endings endings;
    private final Rows rows;
    private final SignedResults signed;
    private final Tenants tenants;
    private final Receipts receipts;
    private final Audit audit;
    private final TenantDatabase database;

    ProgramDocuments(
            Uploads uploads,
            DocumentTable documents,
            Readings readings,
            Endings endings,
            Rows rows,
            SignedResults signed,
            Tenants tenants,
            Receipts receipts,
            Audit audit,
            TenantDatabase database) {
        this.uploads = uploads;
        this.documents = documents;
        this.readings = readings;
        this.endings = endings;
        this.rows = rows;
        this.signed = signed;
        this.tenants = tenants;
        this.receipts = receipts;
        this.audit = audit;
        this.database = database;
    }

    /**
     * A document as far as it is known now.
     *
     * @param reason why it failed or is locked, by name
     * @param stage what is being done with it, by name
     */
    public record Known(
            UUID id,
            String name,
            State state,
            Optional<String> reason,
            Optional<Verdict> verdict,
            int transactions,
            long bytes,
            Optional<String> stage,
            int done,
            int of,
            Instant created) {
        @Override
        public String toString() {
            return "Known[" + id + ", " + state + "]";
        }
    }

    /** Where a list stands: behind this document. */
    public record Place(Instant created, UUID id) {}

    /** What came of the wish to delete. */
    public sealed interface Deletion {
        record Begun(UUID receipt) implements Deletion {}

        /** A legal hold keeps it. */
        record Held() implements Deletion {}

        record Unknown() implements Deletion {}
    }

    /** One that the store has and no row tells of yet; write it, or it is lost. */
    public static final class Waiting {
        private final Uploads.Prepared prepared;

        private Waiting(Uploads.Prepared prepared) {
            this.prepared = prepared;
        }

        public UUID id() {
            return prepared.document().id().value();
        }
    }

    /** Gives one to the store, outside of any transaction. */
    public Waiting prepare(TenantId tenant, UUID credential, String name, byte[] pdf)
            throws IOException {
        var arrival = new Arrival.Accepted(FileName.of(name), new ByteArrayInputStream(pdf));
        return new Waiting(uploads.prepare(Bringer.of(tenant, credential), arrival));
    }

    /**
     * Takes one in, in a transaction of its own; it is read soon after. Else it is let go.
     *
     * @param isWanted asked first, in that transaction
     * @param beside what is written in the same transaction
     * @return whether it was wanted
     */
    public boolean take(Waiting waiting, BooleanSupplier isWanted, Runnable beside) {
        return uploads.write(waiting.prepared, isWanted, _ -> beside.run());
    }

    /** Whether {@link #file} would keep what was read so. */
    public static boolean keeps(ReadResult result) {
        return Failure.of(result).isPresent();
    }

    /**
     * Takes one in that was read for an answer at once and failed; it is not read again.
     *
     * @param opened whether it took a password
     * @param beside what is written in the same transaction, with its id; not for what did not fail
     * @throws IOException when the store does not take it
     */
    public void file(
            TenantId tenant,
            UUID credential,
            byte[] pdf,
            ReadResult result,
            boolean opened,
            Consumer<UUID> beside)
            throws IOException {
        if (!keeps(result)) {
            return;
        }
        var arrival = new Arrival.Accepted(FileName.of(ANSWERED), new ByteArrayInputStream(pdf));
        var taken = uploads.prepare(Bringer.of(tenant, credential), arrival);
        var ending = ending(tenant, taken, result, Endings.Key.of(opened));
        database.write(
                tenant,
                () -> {
                    uploads.write(taken);
                    endings.write(tenant, ending);
                    beside.accept(taken.document().id().value());
                    return true;
                },
                () -> {
                    endings.letGo(ending);
                    uploads.letGo(taken);
                });
    }

    /** Nothing tells of the file yet, so it goes where its end cannot be prepared. */
    private Endings.Ending ending(
            TenantId tenant, Uploads.Prepared taken, ReadResult result, Endings.Key key) {
        try {
            return endings.prepare(tenant, taken.document(), result, key, taken.known().fields());
        } catch (RuntimeException failed) {
            uploads.letGo(taken);
            throw failed;
        }
    }

    public Optional<Known> find(TenantId tenant, UUID id) {
        return document(tenant, id).map(each -> known(each, rows.name(tenant, each)));
    }

    /** The newest first. */
    public List<Known> list(TenantId tenant, Place behind, int most) {
        var at = behind.created().atOffset(ZoneOffset.UTC);
        var found = documents.behind(tenant, Bringer.PROGRAMS, at, behind.id(), most);
        var names = rows.names(tenant, found);
        return IntStream.range(0, found.size())
                .mapToObj(each -> known(found.get(each), names.get(each)))
                .toList();
    }

    /** What was read; empty unless it was. */
    public Optional<ReadResult.Read> result(TenantId tenant, UUID credential, UUID id) {
        var found = document(tenant, id).flatMap(each -> readings.result(tenant, each));
        return switch (found.orElse(null)) {
            case ReadResult.Read read -> {
                audit.record(tenant, credential.toString(), "statement.downloaded", id.toString());
                var portal = tenants.find(tenant).orElseThrow().tenant();
                yield Optional.of(Findings.shown(read, portal, true));
            }
            case ReadResult.Unreadable _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** The same as JSON that says what it was read from, and is signed. */
    public byte[] signed(TenantId tenant, UUID id, ReadResult.Read read) {
        return signed.json(tenant, document(tenant, id).orElseThrow(NotFound::new), read);
    }

    /** Reads a locked one with a password, which is not kept. */
    public void unlock(TenantId tenant, UUID id, String password) throws IOException {
        var locked = document(tenant, id).filter(each -> each.state() == State.LOCKED);
        if (locked.isPresent()) {
            readings.unlock(tenant, locked.get(), password);
        }
    }

    public Deletion delete(TenantId tenant, UUID credential, UUID id) {
        var found = document(tenant, id);
        if (found.isEmpty()) {
            return new Deletion.Unknown();
        }
        return uploads.delete(Bringer.of(tenant, credential), found.get())
                .<Deletion>map(Deletion.Begun::new)
                .orElseGet(Deletion.Held::new);
    }

    public Optional<Receipt> receipt(TenantId tenant, UUID id) {
        return receipts.find(tenant, Bringer.PROGRAMS.value(), id);
    }

    private Optional<Document> document(TenantId tenant, UUID id) {
        return documents.findMine(tenant, Bringer.PROGRAMS, new DocumentId(id));
    }

    private static Known known(Document document, String name) {
        return new Known(
                document.id().value(),
                name,
                document.state(),
                document.reason(),
                document.verdict(),
                document.transactions(),
                document.bytes(),
                document.stage(),
                document.done(),
                document.of(),
                document.created().toInstant());
    }
}
