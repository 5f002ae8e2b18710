package za.co.spikedata.statements;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Vault;

/** Reads documents in the sandbox and keeps what came of it, sealed under the document's key. */
@Component
class Readings {
    /** Tries before a document that breaks its worker each time is given up. */
    static final int MOST_ATTEMPTS = 3;

    /** Progress is written at most this often, in nanoseconds. */
    private static final long PROGRESS_EVERY = 200_000_000L;

    private static final String RESULT = "result";

    private final DocumentTable documents;
    private final Vault vault;
    private final Sandbox sandbox;
    private final TenantDatabase database;
    private final Audit audit;

    Readings(
            DocumentTable documents,
            Vault vault,
            Sandbox sandbox,
            TenantDatabase database,
            Audit audit) {
        this.documents = documents;
        this.vault = vault;
        this.sandbox = sandbox;
        this.database = database;
        this.audit = audit;
    }

    /** One try of the job; the try is counted before the file is touched. */
    void read(TenantId tenant, DocumentId id) throws IOException {
        if (!documents.begin(tenant, id)) {
            return;
        }
        var document = documents.find(tenant, id);
        if (document.isEmpty()) {
            return;
        }
        if (document.get().attempts() > MOST_ATTEMPTS) {
            finish(tenant, document.get(), refused(Reason.TOO_COMPLEX), false);
            return;
        }
        read(tenant, document.get(), Optional.empty());
    }

    /** Reads with a password, which is held no longer than the reading takes. */
    void unlock(TenantId tenant, Document document, String password) throws IOException {
        read(tenant, document, Optional.of(password));
    }

    /** What was read; empty before that, and after deletion. */
    Optional<ReadResult> result(TenantId tenant, Document document) {
        return documents
                .sealedResult(tenant, document.id())
                .flatMap(sealed ->
                        vault.fields(tenant, document.vault())
                                .map(fields -> fields.unseal(RESULT, sealed)))
                .map(Readings::unzipped)
                .map(ResultJson::read);
    }

    private void read(TenantId tenant, Document document, Optional<String> password)
            throws IOException {
        var content = vault.open(tenant, document.vault());
        if (content.isEmpty()) {
            return;
        }
        byte[] pdf;
        try (var stream = content.get()) {
            pdf = stream.readAllBytes();
        }
        var result = sandbox.read(pdf, password, new Written(tenant, document.id()));
        finish(tenant, document, result, password.isPresent());
    }

    private void finish(
            TenantId tenant, Document document, ReadResult result, boolean hadPassword) {
        database.run(
                tenant,
                () -> {
                    boolean ended =
                            switch (result) {
                                case ReadResult.Read read ->
                                        documents.finish(
                                                tenant,
                                                document.id(),
                                                State.DONE,
                                                Optional.empty(),
                                                Optional.of(read.verdict()),
                                                read.statements().stream()
                                                        .mapToInt(statement ->
                                                                statement.transactions().size())
                                                        .sum(),
                                                sealed(tenant, document, read),
                                                false);
                                case ReadResult.Unreadable(var reason, _) -> {
                                    boolean locked =
                                            reason == Reason.PASSWORD_REQUIRED
                                                    || reason == Reason.PASSWORD_INCORRECT;
                                    yield documents.finish(
                                            tenant,
                                            document.id(),
                                            locked ? State.LOCKED : State.REFUSED,
                                            Optional.of(reason.name()),
                                            Optional.empty(),
                                            0,
                                            Optional.empty(),
                                            locked && hadPassword);
                                }
                            };
                    if (ended) {
                        audit.record(tenant, "system", "statement.read", document.id().toString());
                    }
                });
    }

    private Optional<byte[]> sealed(TenantId tenant, Document document, ReadResult.Read read) {
        return vault.fields(tenant, document.vault())
                .map(fields -> fields.seal(RESULT, zipped(ResultJson.write(read))));
    }

    private static ReadResult refused(Reason reason) {
        return new ReadResult.Unreadable(reason, za.co.spikedata.engine.model.Trace.EMPTY);
    }

    private static byte[] zipped(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] unzipped(byte[] content) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return zip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
