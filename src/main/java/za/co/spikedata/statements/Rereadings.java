package za.co.spikedata.statements;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.errorstore.Failure;
import za.co.spikedata.errorstore.Reread;
import za.co.spikedata.errorstore.Rereading;
import za.co.spikedata.identity.PersonNames;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Reads failed documents again once the reader is mended, and tells their owners, or whoever
 * watches where programs brought them.
 */
@Component
class Rereadings implements Rereading {
    private final Readings readings;
    private final DocumentTable documents;
    private final MendTable mended;
    private final TenantDatabase database;
    private final Audit audit;
    private final Watchers watchers;
    private final Outbox outbox;
    private final PersonNames people;
    private final Tenants tenants;
    private final Origins origins;

    Rereadings(
            Readings readings,
            DocumentTable documents,
            MendTable mended,
            TenantDatabase database,
            Audit audit,
            Watchers watchers,
            Outbox outbox,
            PersonNames people,
            Tenants tenants,
            Origins origins) {
        this.readings = readings;
        this.documents = documents;
        this.mended = mended;
        this.database = database;
        this.audit = audit;
        this.watchers = watchers;
        this.outbox = outbox;
        this.people = people;
        this.tenants = tenants;
        this.origins = origins;
    }

    @Override
    public Reread reread(TenantId tenant, UUID id, Failure.How before) throws IOException {
        var document = documents.find(tenant, new DocumentId(id));
        var pdf =
                document.isPresent()
                        ? readings.content(tenant, document.get())
                        : Optional.<byte[]>empty();
        if (pdf.isEmpty()) {
            return new Reread.Gone();
        }
        var result = readings.tried(tenant, document.get(), pdf.get(), Progress.NONE).result();
        var failed = Failure.of(result);
        if (failed.isPresent()) {
            return new Reread.Failed(failed.get());
        }
        return switch (result) {
            case ReadResult.Unreadable _ -> new Reread.Locked();
            case ReadResult.Read read when before.isReport() ->
                    renewed(tenant, document.get(), read);
            case ReadResult.Read read -> mended(tenant, document.get(), read, mended::mend);
        };
    }

    /** What says the same, or proves less, changes nothing. */
    private Reread renewed(TenantId tenant, Document document, ReadResult.Read read) {
        var known =
                readings.result(tenant, document)
                        .filter(ReadResult.Read.class::isInstance)
                        .map(ReadResult.Read.class::cast);
        boolean isBetter =
                known.filter(before ->
                                read.verdict() == before.verdict()
                                        ? !rows(read).equals(rows(before))
                                        : read.verdict() == Verdict.PROVEN)
                        .isPresent();
        return isBetter
                ? mended(tenant, document, read, mended::renew)
                : new Reread.Failed(Failure.reported(read));
    }

    private static List<List<Transaction>> rows(ReadResult.Read read) {
        return read.statements().stream().map(Statement::transactions).toList();
    }

    /** Writes a result in place of what there is, where that is still to be replaced. */
    private interface Replacing {
        boolean replace(
                TenantId tenant,
                DocumentId id,
                Verdict verdict,
                int transactions,
                Optional<byte[]> sealedResult);
    }

    private Reread mended(
            TenantId tenant, Document document, ReadResult.Read read, Replacing replacing) {
        var sealed = readings.sealed(tenant, document, read);
        boolean kept =
                database.call(
                        tenant,
                        () -> {
                            boolean now =
                                    replacing.replace(
                                            tenant,
                                            document.id(),
                                            read.verdict(),
                                            Readings.rows(read),
                                            sealed);
                            if (now) {
                                watchers.ended(tenant, document, read);
                                tell(tenant, document);
                            }
                            return now || documents.find(tenant, document.id()).isPresent();
                        });
        return kept ? new Reread.Mended(read.verdict()) : new Reread.Gone();
    }

    private void tell(TenantId id, Document document) {
        audit.record(id, "system", "statement.reread", document.id().toString());
        var tenant = tenants.find(id).orElseThrow().tenant();
        var link = origins.url(tenant, "/statements/" + document.id());
        var owner = document.person().toString();
        people.emails(id, List.of(owner))
                .values()
                .forEach(email -> outbox.send(id, email, "statement-reread", link));
    }
}
