package za.co.spikedata.vault;

import java.util.Optional;

/**
 * What the store has taken, or a key alone; forgotten unless {@link Vault#keep} is called in the
 * transaction that writes what it belongs to. Without its key the object is noise, and the key is
 * in two halves that are kept apart.
 */
public final class Deposit {
    private final VaultId id;
    private final DocumentKey part;
    private final byte[] half;
    private final DocumentKey key;
    private final Optional<String> object;
    private final long bytes;

    /**
     * @param part the half that the database gets
     * @param half the one that it does not
     */
    Deposit(VaultId id, DocumentKey part, byte[] half, Optional<String> object, long bytes) {
        this.id = id;
        this.part = part;
        this.half = half.clone();
        this.key = part.with(half);
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

    DocumentKey part() {
        return part;
    }

    byte[] half() {
        return half.clone();
    }

    Optional<String> object() {
        return object;
    }
}
