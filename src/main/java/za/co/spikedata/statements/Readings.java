package za.co.spikedata.statements;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Vault;

/** Reads documents in the sandbox and keeps what came of it, sealed under the document's key. */
@Component
class Readings {
    /** Tries before a document that breaks its worker each time is given up. */
    static final int MOST_ATTEMPTS = 3;

    /** Progress is written at most this often, in nanoseconds. */
    private static final long PROGRESS_EVERY = 200_000_000L;

    private final DocumentTable documents;
    private final Vault vault;
    private final Sandbox sandbox;
    private final Passwords passwords;
    private final Endings endings;

    Readings(
            DocumentTable documents,
            Vault vault,
            Sandbox sandbox,
            Passwords passwords,
            Endings endings) {
        this.documents = documents;
        this.vault = vault;
        this.sandbox = sandbox;
        this.passwords = passwords;
        this.endings = endings;
    }

    /**
     * One try of the job. It is counted after the store gave the bytes, so that a store that is
     * away costs no try, and before they are read, so that a file that kills its reader runs out of
     * them.
     */
    void read(TenantId tenant, DocumentId id) throws IOException {
        var found = documents.find(tenant, id);
        var pdf = found.isPresent() ? content(tenant, found.get()) : Optional.<byte[]>empty();
        if (pdf.isEmpty() || !documents.begin(tenant, id)) {
            return;
        }
        var document = found.get();
        if (document.attempts() >= MOST_ATTEMPTS) {
            endings.end(tenant, document, refused(Reason.TOO_COMPLEX), Endings.Key.NONE);
            return;
        }
        var tried = tried(tenant, document, pdf.get(), new Written(tenant, id));
        endings.end(tenant, document, tried.result(), Endings.Key.of(tried.opened()));
    }

    /**
     * @param opened whether it took a password
     */
    record Tried(ReadResult result, boolean opened) {}

    /** Reads, with the passwords known to open files of the upload if it takes one. */
    Tried tried(TenantId tenant, Document document, byte[] pdf, Progress progress) {
        var result = sandbox.read(tenant.value(), pdf, Optional.empty(), progress);
        boolean opened = false;
        for (var password : passwords.of(document.upload())) {
            if (!Endings.isLocked(result)) {
                break;
            }
            result = sandbox.read(tenant.value(), pdf, Optional.of(password), progress);
            opened |= !Endings.isLocked(result);
        }
        return new Tried(result, opened);
    }

    /** Ends a document that fails for reasons of ours however often it is tried. */
    void giveUp(TenantId tenant, DocumentId id) {
        documents
                .find(tenant, id)
                .ifPresent(document ->
                        endings.end(
                                tenant, document, refused(Reason.UNEXPECTED), Endings.Key.NONE));
    }

    /** Reads with a password; one that opens it is tried on the upload's other files. */
    void unlock(TenantId tenant, Document document, String password) throws IOException {
        var pdf = content(tenant, document);
        if (pdf.isEmpty()) {
            return;
        }
        var progress = new Written(tenant, document.id());
        var result = sandbox.read(tenant.value(), pdf.get(), Optional.of(password), progress);
        if (!Endings.isLocked(result)) {
            passwords.remember(document.upload(), password);
        }
        endings.end(tenant, document, result, Endings.Key.GIVEN);
    }

    /** What was read; empty before that, and after deletion. */
    Optional<ReadResult> result(TenantId tenant, Document document) {
        return documents
                .sealedResult(tenant, document.id())
                .flatMap(sealed ->
                        vault.fields(tenant, document.vault())
                                .map(fields -> fields.unsealZipped(Endings.RESULT, sealed)))
                .map(ResultJson::read);
    }

    /** The PDF; empty once it is deleted. */
    Optional<byte[]> content(TenantId tenant, Document document) throws IOException {
        if (document.original().isEmpty()) {
            return Optional.empty();
        }
        return vault.read(tenant, document.original().get());
    }

    static int rows(ReadResult.Read read) {
        return read.statements().stream()
                .mapToInt(statement -> statement.transactions().size())
                .sum();
    }

    /** A result as the document's row keeps it. */
    Optional<byte[]> sealed(TenantId tenant, Document document, ReadResult.Read read) {
        return endings.sealed(tenant, document, read);
    }

    private static ReadResult refused(Reason reason) {
        return new ReadResult.Unreadable(reason, za.co.spikedata.engine.model.Trace.EMPTY);
    }

    private final class Written implements Progress {
        private final TenantId tenant;
        private final DocumentId id;
        private long last;

        Written(TenantId tenant, DocumentId id) {
            this.tenant = tenant;
            this.id = id;
        }

        @Override
        public void reached(Stage stage, int done, int of) {
            long time = System.nanoTime();
            if (time - last >= PROGRESS_EVERY) {
                last = time;
                documents.reached(tenant, id, stage, done, of);
            }
        }
    }
}
