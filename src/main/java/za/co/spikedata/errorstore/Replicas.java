package za.co.spikedata.errorstore;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.replica.Replica;
import za.co.spikedata.engine.replica.Sketch;
import za.co.spikedata.sandbox.Copied;
import za.co.spikedata.sandbox.Sandbox;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.Shelf;
import za.co.spikedata.vault.Vault;

/** Has replicas made in the sandbox, checks them, and keeps them encrypted. */
@Component
class Replicas {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SKETCH = "sketch";

    /** In whose name workers are waited for: whoever brings statements goes first. */
    private static final String OWNER = "replicas";

    private final EntryTable entries;
    private final Vault vault;
    private final Sandbox sandbox;

    Replicas(EntryTable entries, Vault vault, Sandbox sandbox) {
        this.entries = entries;
        this.vault = vault;
        this.sandbox = sandbox;
    }

    /** Does nothing when the document is deleted, or its replica made. */
    void make(TenantId tenant, UUID document) throws IOException {
        var entry =
                entries.find(tenant, document).filter(each -> each.copying() == Copying.WAITING);
        var pdf =
                entry.isPresent()
                        ? vault.read(tenant, entry.get().original())
                        : Optional.<byte[]>empty();
        if (entry.isEmpty()) {
            return;
        }
        if (pdf.isEmpty()) {
            endWithout(tenant, document, Copying.GONE);
            return;
        }
        var copied = sandbox.copy(OWNER, pdf.get());
        if (copied.isEmpty()) {
            endWithout(tenant, document, Copying.TOO_COMPLEX);
        } else {
            keep(tenant, entry.get(), pdf.get(), copied.get());
        }
    }

    private void endWithout(TenantId tenant, UUID document, Copying why) {
        entries.copied(tenant, document, why, Optional.empty(), Optional.empty());
    }

    private void keep(TenantId tenant, Entry entry, byte[] original, Copied copied)
            throws IOException {
        var copying =
                switch (copied.replica()) {
                    case Replica.Made(var pdf) ->
                            isLike(entry, original, pdf)
                                    ? attached(tenant, entry, pdf)
                                    : Copying.UNLIKE;
                    case Replica.NotShown(var why) ->
                            why == Replica.Why.NOT_FOLLOWED && Failure.isLocked(read(original))
                                    ? Copying.LOCKED
                                    : Copying.of(why);
                };
        var sketch =
                copying == Copying.UNLIKE
                        ? Optional.<byte[]>empty()
                        : copied.sketch().flatMap(drawn -> sealed(tenant, entry, drawn));
        entries.copied(tenant, entry.document(), copying, copied.fingerprint(), sketch);
    }

    /** Read anew: the worker that made it held the original, which may have taken it over. */
    private boolean isLike(Entry entry, byte[] original, byte[] replica) {
        var copy = read(replica);
        return entry.how().isReport()
                ? isReadAlike(read(original), copy)
                : Failure.of(copy).filter(entry.how()::isLike).isPresent();
    }

    /** The same verdict, and as many rows in each statement. */
    private static boolean isReadAlike(ReadResult original, ReadResult copy) {
        return original instanceof ReadResult.Read one
                && copy instanceof ReadResult.Read other
                && one.verdict() == other.verdict()
                && rows(one).equals(rows(other));
    }

    private static List<Integer> rows(ReadResult.Read read) {
        return read.statements().stream()
                .map(statement -> statement.transactions().size())
                .toList();
    }

    private ReadResult read(byte[] pdf) {
        return sandbox.read(OWNER, pdf, Optional.empty(), Progress.NONE);
    }

    private Copying attached(TenantId tenant, Entry entry, byte[] replica) throws IOException {
        vault.attach(tenant, entry.vault(), Shelf.REPLICA, replica);
        return Copying.MADE;
    }

    /** The replica's bytes; empty where there is none, or none any more. */
    Optional<byte[]> replica(TenantId tenant, Entry entry) throws IOException {
        return entry.copying() == Copying.MADE
                ? vault.read(tenant, entry.vault())
                : Optional.empty();
    }

    /** What was drawn of the paper. */
    Optional<Sketch> sketch(TenantId tenant, Entry entry) {
        return entries.sealedSketch(tenant, entry.document())
                .flatMap(sealed ->
                        vault.fields(tenant, entry.vault())
                                .map(fields -> fields.unsealZipped(SKETCH, sealed)))
                .map(bytes -> JSON.readValue(bytes, Sketch.class));
    }

    private Optional<byte[]> sealed(TenantId tenant, Entry entry, Sketch sketch) {
        return vault.fields(tenant, entry.vault())
                .map(fields -> fields.sealZipped(SKETCH, JSON.writeValueAsBytes(sketch)));
    }
}
