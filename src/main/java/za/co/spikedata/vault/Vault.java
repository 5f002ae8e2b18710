package za.co.spikedata.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;

/**
 * Keeps documents: encrypted before they leave the process, deleted by destroying their key. One
 * half of each key is wrapped in the database, the other lies in the store, so that a copy of the
 * database opens nothing that was deleted since.
 */
@Component
public class Vault {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    /** 256 random bits name an object and nothing else does. */
    private static final int NAME_BYTES = 32;

    private final ObjectStore store;
    private final GoneNotes notes;
    private final KeyRing keys;
    private final VaultTable table;
    private final TenantDatabase database;
    private final BrokenSeals seals;

    Vault(
            ObjectStore store,
            GoneNotes notes,
            KeyRing keys,
            VaultTable table,
            TenantDatabase database,
            BrokenSeals seals) {
        this.store = store;
        this.notes = notes;
        this.keys = keys;
        this.table = table;
        this.database = database;
        this.seals = seals;
    }

    /**
     * Encrypts a stream into the store as it comes; keep the deposit, or it is lost.
     *
     * @throws IOException as the stream throws it; nothing is left in the store then
     * @throws StoreUnavailable when the store does not take it
     */
    public Deposit put(TenantId tenant, InputStream content) throws IOException {
        var id = VaultId.random();
        var part = keys.create(tenant, id);
        var half = keys.randomBytes(DocumentKey.BYTES);
        var whole = part.with(half);
        var name = Shelf.PDF.named(newName());
        try {
            long bytes = stored(whole, name, content);
            return new Deposit(id, part, storedHalf(half), whole, Optional.of(name), bytes);
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    private String storedHalf(byte[] half) {
        var name = Shelf.KEY.named(newName());
        store.put(name, half, DocumentKey.BYTES);
        return name;
    }

    /**
     * Puts an object under a key, in place of the one it may have.
     *
     * @return false when the key is destroyed; nothing is left of the object then
     * @throws StoreUnavailable when the store does not take it
     */
    public boolean attach(TenantId tenant, VaultId id, Shelf shelf, byte[] content)
            throws IOException {
        var entry = find(tenant, id);
        if (entry.isEmpty()) {
            return false;
        }
        var key = whole(tenant, id, entry.get());
        if (key.isEmpty()) {
            return false;
        }
        var name = shelf.named(newName());
        try {
            stored(key.get(), name, new ByteArrayInputStream(content));
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
        boolean kept =
                database.call(tenant, () -> table.attach(tenant, id, entry.get().object(), name));
        drop(kept ? entry.get().object().stream().toList() : List.of(name));
        return kept;
    }

    private long stored(DocumentKey key, String name, InputStream content) throws IOException {
        var output = new PartsOutput(store, name);
        try {
            long bytes;
            try (var encrypting = key.encrypting(output)) {
                bytes = content.transferTo(encrypting);
            }
            output.finish();
            return bytes;
        } finally {
            abandon(output);
        }
    }

    String newName() {
        return HexFormat.of().formatHex(keys.randomBytes(NAME_BYTES));
    }

    /**
     * A key without an object, for sealing fields alone; keep it, or it is lost.
     *
     * @throws StoreUnavailable when the store does not take its half
     */
    public Deposit reserve(TenantId tenant) {
        var id = VaultId.random();
        var part = keys.create(tenant, id);
        var half = keys.randomBytes(DocumentKey.BYTES);
        try {
            return new Deposit(id, part, storedHalf(half), part.with(half), Optional.empty(), 0);
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    /**
     * Remembers the key; call it in the transaction that writes what the deposit belongs to. The
     * store is not asked, so a store that stalls holds no connection. Should the transaction be
     * rolled back, drop the deposit: what is left in the store opens nothing.
     */
    public void keep(TenantId tenant, Deposit deposit) {
        var wrapped = keys.wrap(tenant, deposit.id(), deposit.part());
        var entry =
                new VaultTable.Entry(wrapped, Optional.of(deposit.halfName()), deposit.object());
        database.run(tenant, () -> table.insert(tenant, deposit.id(), entry));
    }

    /** Takes a deposit that will not be kept out of the store, as far as possible. */
    public void drop(Deposit deposit) {
        drop(Stream.concat(deposit.object().stream(), Stream.of(deposit.halfName())).toList());
    }

    private void drop(List<String> objects) {
        try {
            store.delete(objects);
        } catch (SdkException unavailable) {
            LOG.warn("Expected the store to delete an object, got {}", unavailable.getClass());
        }
    }

    /** Opens and seals fields of a kept document; empty once it is destroyed. */
    public Optional<Fields> fields(TenantId tenant, VaultId id) {
        return Optional.ofNullable(fields(tenant, List.of(id)).get(id));
    }

    /**
     * The same for many at once; destroyed ones are left out.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public Map<VaultId, Fields> fields(TenantId tenant, List<VaultId> ids) {
        var entries = database.call(tenant, () -> table.all(tenant, ids));
        var halves =
                halves(entries.values().stream().flatMap(each -> each.half().stream()).toList());
        var found = new HashMap<VaultId, Fields>();
        entries.forEach((id, entry) ->
                whole(tenant, id, entry, halves)
                        .ifPresent(key -> found.put(id, fields(tenant, id, key))));
        return found;
    }

    private Fields fields(TenantId tenant, VaultId id, DocumentKey key) {
        return new Fields(key, opening -> () -> seals.opened(tenant, subject(id), opening));
    }

    /** Where a document stands, for the trail. */
    private static String subject(VaultId id) {
        return "vault_document/" + id;
    }

    private Map<String, byte[]> halves(List<String> names) {
        try {
            return store.read(names);
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    private Optional<DocumentKey> whole(TenantId tenant, VaultId id, VaultTable.Entry entry) {
        return whole(tenant, id, entry, halves(entry.half().stream().toList()));
    }

    /** Empty once the half in the store is destroyed. */
    private Optional<DocumentKey> whole(
            TenantId tenant, VaultId id, VaultTable.Entry entry, Map<String, byte[]> halves) {
        var part =
                seals.opened(
                        tenant, subject(id), () -> keys.unwrap(tenant, id, entry.wrappedKey()));
        return entry.half().isEmpty()
                ? Optional.of(part)
                : Optional.ofNullable(halves.get(entry.half().get())).map(part::with);
    }

    /**
     * The document's bytes, decrypted as they are read; empty once it is destroyed.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public Optional<InputStream> open(TenantId tenant, VaultId id) throws IOException {
        var entry = find(tenant, id);
        if (entry.isEmpty() || entry.get().object().isEmpty()) {
            return Optional.empty();
        }
        var key = whole(tenant, id, entry.get());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var content = key.get().decrypting(store.open(entry.get().object().get()));
            return Optional.of(
                    new Watched(content, broken -> seals.ended(tenant, subject(id), broken)));
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    /**
     * All of the document's bytes; empty once it is destroyed.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public Optional<byte[]> read(TenantId tenant, VaultId id) throws IOException {
        var content = open(tenant, id);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (var stream = content.get()) {
            return Optional.of(stream.readAllBytes());
        }
    }

    /** Destroys the keys: from the commit on, nobody can read what they opened, from no copy. */
    public void destroy(TenantId tenant, List<VaultId> ids) {
        database.run(tenant, () -> table.destroyKeys(tenant, ids));
    }

    /**
     * Deletes the objects of destroyed keys, every version of them; safe to do again.
     *
     * @return how many there were
     * @throws StoreRefused when the store keeps some
     * @throws StoreUnavailable when the store does not answer
     */
    public int removeObjects(TenantId tenant, List<VaultId> ids) {
        var names = objects(tenant, ids);
        try {
            notes.write(tenant, names);
            store.delete(names);
        } catch (ObjectsKept kept) {
            throw new StoreRefused(kept);
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
        return names.size();
    }

    /**
     * Whether neither a key nor an object of these is left; asks the database and the store.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public boolean isGone(TenantId tenant, List<VaultId> ids) {
        var names = objects(tenant, ids);
        try {
            return database.call(tenant, () -> table.all(tenant, ids)).isEmpty()
                    && !store.hasAny(names);
        } catch (SdkException unavailable) {
            throw new StoreUnavailable(unavailable);
        }
    }

    /** Forgets destroyed keys and their objects' names: the last thing that told of them. */
    public void forget(TenantId tenant, List<VaultId> ids) {
        database.run(tenant, () -> table.forget(tenant, ids));
    }

    private List<String> objects(TenantId tenant, List<VaultId> ids) {
        return database.call(tenant, () -> table.destroyedObjects(tenant, ids));
    }

    private Optional<VaultTable.Entry> find(TenantId tenant, VaultId id) {
        return database.call(tenant, () -> table.find(tenant, id));
    }

    private static void abandon(PartsOutput output) {
        try {
            output.abandon();
        } catch (SdkException unavailable) {
            LOG.warn("Expected the store to end an upload, got {}", unavailable.getClass());
        }
    }
}
