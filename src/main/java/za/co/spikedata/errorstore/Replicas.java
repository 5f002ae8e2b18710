package za.co.spikedata.errorstore;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.engine.model.Progress;
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
        if (pdf.isEmpty()) {
            return;
        }
        var copied = sandbox.copy(OWNER, pdf.get());
        if (copied.isEmpty()) {
            entries.copied(
                    tenant, document, Copying.TOO_COMPLEX, Optional.empty(), Optional.empty());
        } else {
            keep(tenant, entry.get(), copied.get());
        }
    }

    private void keep(TenantId tenant, Entry entry, Copied copied) throws IOException {
        var copying =
                switch (copied.replica()) {
                    case Replica.Made(var pdf) ->
                            isLike(entry, pdf) ? attached(tenant, entry, pdf) : Copying.UNLIKE;
                    case Replica.NotShown(var why) -> Copying.of(why);
                };
        var sketch =
                copying == Copying.UNLIKE
                        ? Optional.<byte[]>empty()
                        : copied.sketch().flatMap(drawn -> sealed(tenant, entry, drawn));
        entries.copied(tenant, entry.document(), copying, copied.fingerprint(), sketch);
    }

    /** Read anew: the worker that made it held the original, which may have taken it over. */
    private boolean isLike(Entry entry, byte[] replica) {
        var read = sandbox.read(OWNER, replica, Optional.empty(), Progress.NONE);
        return Failure.of(read).filter(entry.how()::isLike).isPresent();
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
