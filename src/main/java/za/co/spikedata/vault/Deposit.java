package za.co.spikedata.vault;

import java.util.Optional;

/**
 * What the store has taken, or a key alone; forgotten unless {@link Vault#keep} is called in the
 * transaction that writes what it belongs to. Without its key the object is noise.
 */
public final class Deposit {
    private final VaultId id;
    private final DocumentKey key;
    private final Optional<String> object;
    private final long bytes;

    Deposit(VaultId id, DocumentKey key, Optional<String> object, long bytes) {
        this.id = id;
        this.key = key;
        this.object = object;
        this.bytes = bytes;
    }

    public VaultId id() {
        return id;
    }

    /** Size before encryption; 0 without an object. */
    public long bytes() {
        return bytes;
    }

    /** Encrypts a small field with the document's key. */
    public byte[] seal(String field, byte[] content) {
        return key.seal(field, content);
    }

    DocumentKey key() {
        return key;
    }

    Optional<String> object() {
        return object;
    }
}
