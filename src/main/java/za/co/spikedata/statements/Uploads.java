package za.co.spikedata.statements;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.Person;
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
    private final TenantDatabase database;
    private final Scheduler jobs;
    private final Audit audit;
    private final Clock clock;

    Uploads(
            Vault vault,
            DocumentTable documents,
            TenantDatabase database,
            Scheduler jobs,
            Audit audit,
            Clock clock) {
        this.vault = vault;
        this.documents = documents;
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
        var upload = UUID.randomUUID();
        int files = 0;
        Optional<DocumentId> only = Optional.empty();
        for (var next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            var id =
                    switch (next.get()) {
                        case Arrival.Accepted accepted -> accept(person, upload, files, accepted);
                        case Arrival.Refused(var name, var refusal, var bytes) ->
                                refuse(person, upload, files, name, refusal, bytes);
                    };
            files++;
            only = files == 1 ? Optional.of(id) : Optional.empty();
        }
        return new Received(upload, files, only);
    }

    /** Takes one file in, as an upload of its own. */
    DocumentId take(Person person, Arrival.Accepted arrival) {
        return accept(person, UUID.randomUUID(), 0, arrival);
    }

    /** Deletes for good: the row, and the key without which nothing of it can be read. */
    void delete(Person person, Document document) {
        var tenant = person.tenant();
        database.run(
                tenant,
                () -> {
                    documents.delete(tenant, document.id());
                    vault.destroy(tenant, document.vault());
                    audit.record(
                            tenant,
                            person.id().toString(),
                            "statement.deleted",
                            document.id().toString());
                });
        vault.sweep(tenant);
    }

    private DocumentId accept(Person person, UUID upload, int place, Arrival.Accepted accepted) {
        var tenant = person.tenant();
        try {
            var deposit = vault.put(tenant, accepted.content());
            boolean kept = false;
            try {
                var id =
                        write(
                                person,
                                upload,
                                place,
                                accepted.name(),
                                deposit,
                                Optional.empty(),
                                deposit.bytes());
                kept = true;
                return id;
            } finally {
                if (!kept) {
                    vault.drop(deposit);
                }
            }
        } catch (RefusedException refused) {
            return refuse(person, upload, place, accepted.name(), refused.refusal(), 0);
        } catch (IOException cut) {
            return refuse(person, upload, place, accepted.name(), Refusal.CUT_OFF, 0);
        } catch (StoreUnavailable unavailable) {
            return refuse(person, upload, place, accepted.name(), Refusal.NOT_STORED, 0);
        }
    }

    private DocumentId refuse(
            Person person, UUID upload, int place, FileName name, Refusal refusal, long bytes) {
        var deposit = vault.reserve(person.tenant());
        return write(person, upload, place, name, deposit, Optional.of(refusal), bytes);
    }

    /** Document, job and audit line: all of them or none. */
    private DocumentId write(
            Person person,
            UUID upload,
            int place,
            FileName name,
            Deposit deposit,
            Optional<Refusal> refusal,
            long bytes) {
        var tenant = person.tenant();
        var id = DocumentId.random();
        var document =
                new Document(
                        id,
                        person.id(),
                        upload,
                        place,
                        deposit.id(),
                        deposit.seal(NAME, name.value().getBytes(StandardCharsets.UTF_8)),
                        bytes,
                        refusal.isPresent() ? State.REFUSED : State.WAITING,
                        refusal.map(Enum::name),
                        Optional.empty(),
                        0,
                        false,
                        0,
                        Optional.empty(),
                        0,
                        0,
                        OffsetDateTime.now(clock));
        database.run(
                tenant,
                () -> {
                    vault.keep(tenant, deposit);
                    documents.insert(tenant, document);
                    if (refusal.isEmpty()) {
                        schedule(tenant, id);
                    }
                    audit.record(
                            tenant,
                            person.id().toString(),
                            refusal.isEmpty() ? "statement.uploaded" : "statement.refused",
                            id.toString());
                });
        jobs.triggerCheckForDueExecutions(); // until the commit nobody could see the job
        return id;
    }

    private void schedule(TenantId tenant, DocumentId id) {
        jobs.scheduleIfNotExists(
                ReadWorker.JOB
                        .instance(id.toString())
                        .data(new ReadWorker.Job(tenant, id))
                        .scheduledTo(clock.instant()));
    }
}
