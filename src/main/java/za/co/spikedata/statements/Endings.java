package za.co.spikedata.statements;

import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.errorstore.ErrorStore;
import za.co.spikedata.errorstore.Failure;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Deposit;
import za.co.spikedata.vault.Fields;
import za.co.spikedata.vault.Vault;

/**
 * How documents end. What the store is needed for is done first, then all is written in one
 * transaction, which waits for nothing but the database.
 */
@Component
class Endings {
    static final String RESULT = "result";

    private final DocumentTable documents;
    private final Vault vault;
    private final TenantDatabase database;
    private final Audit audit;
    private final ErrorStore errors;
    private final Watchers watchers;

    Endings(
            DocumentTable documents,
            Vault vault,
            TenantDatabase database,
            Audit audit,
            ErrorStore errors,
            Watchers watchers) {
        this.documents = documents;
        this.vault = vault;
        this.database = database;
        this.audit = audit;
        this.errors = errors;
        this.watchers = watchers;
    }

    /** What opened the paper, or was tried on it. */
    enum Key {
        NONE,
        /** One that opened another file of the upload. */
        KNOWN,
        /** Its owner's. */
        GIVEN;

        static Key of(boolean opened) {
            return opened ? KNOWN : NONE;
        }
    }

    /**
     * An end that is not written yet; write it, or let it go.
     *
     * @param sealed the result, as the document's row keeps it
     * @param entry key of the error store's entry, where it failed
     */
    record Ending(
            Document document,
            ReadResult result,
            Key key,
            Optional<byte[]> sealed,
            Optional<Failure> failure,
            Optional<Deposit> entry) {
        @Override
        public String toString() {
            return "Ending[" + document.id() + "]";
        }
    }

    /** Ends a document, unless it has ended or is gone. */
    void end(TenantId tenant, Document document, ReadResult result, Key key) {
        var sealed =
                result instanceof ReadResult.Read read
                        ? sealed(tenant, document, read)
                        : Optional.<byte[]>empty();
        var ending = prepared(tenant, document, result, key, sealed);
        database.write(tenant, () -> write(tenant, ending), () -> letGo(ending));
    }

    /**
     * Gets ready to end a document whose key is not kept yet.
     *
     * @param fields seals with that key
     */
    Ending prepare(TenantId tenant, Document document, ReadResult result, Key key, Fields fields) {
        var sealed =
                result instanceof ReadResult.Read read
                        ? Optional.of(sealed(fields, read))
                        : Optional.<byte[]>empty();
        return prepared(tenant, document, result, key, sealed);
    }

    private Ending prepared(
            TenantId tenant,
            Document document,
            ReadResult result,
            Key key,
            Optional<byte[]> sealed) {
        var failure = failure(document, result, key);
        return new Ending(
                document, result, key, sealed, failure, failure.map(_ -> vault.reserve(tenant)));
    }

    void letGo(Ending ending) {
        ending.entry().ifPresent(vault::drop);
    }

    /** In the open transaction; false when the document has ended or is gone. */
    boolean write(TenantId tenant, Ending ending) {
        var id = ending.document().id();
        boolean ended =
                switch (ending.result()) {
                    case ReadResult.Read read ->
                            documents.finish(
                                    tenant,
                                    id,
                                    State.DONE,
                                    Optional.empty(),
                                    Optional.of(read.verdict()),
                                    Readings.rows(read),
                                    ending.sealed(),
                                    false);
                    case ReadResult.Unreadable(var reason, _) -> {
                        boolean locked = isLocked(ending.result());
                        yield documents.finish(
                                tenant,
                                id,
                                locked ? State.LOCKED : State.REFUSED,
                                Optional.of(reason.name()),
                                Optional.empty(),
                                0,
                                Optional.empty(),
                                locked && ending.key() == Key.GIVEN);
                    }
                };
        if (ended) {
            ending.failure()
                    .ifPresent(
                            failure -> errors.file(tenant, failure, ending.entry().orElseThrow()));
            watchers.ended(tenant, ending.document(), ending.result());
            audit.record(tenant, "system", "statement.read", id.toString());
        }
        return ended;
    }

    /** A result as the document's row keeps it; empty once the document's key is destroyed. */
    Optional<byte[]> sealed(TenantId tenant, Document document, ReadResult.Read read) {
        return vault.fields(tenant, document.vault()).map(fields -> sealed(fields, read));
    }

    private static byte[] sealed(Fields fields, ReadResult.Read read) {
        return fields.sealZipped(RESULT, ResultJson.write(read));
    }

    static boolean isLocked(ReadResult result) {
        return switch (result) {
            case ReadResult.Read _ -> false;
            case ReadResult.Unreadable(var reason, _) ->
                    reason == Reason.PASSWORD_REQUIRED || reason == Reason.PASSWORD_INCORRECT;
        };
    }

    private static Optional<Failure> failure(Document document, ReadResult result, Key key) {
        var original = document.original();
        return Failure.of(result)
                .filter(_ -> original.isPresent())
                .map(how ->
                        new Failure(
                                document.id().value(),
                                document.person().value(),
                                original.orElseThrow(),
                                how,
                                key != Key.NONE,
                                document.created().toInstant()));
    }
}
