package za.co.spikedata.vault;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the store has taken: an object with half of its key, or the half alone. It is forgotten
 * unless {@link Vault#keep} is called in the transaction that writes what it belongs to. Without
 * its key the object is noise, and the key is in two halves that are kept apart.
 */
public final class Deposit {
    private final VaultId id;
    private final DocumentKey part;
    private final String halfName;
    private final DocumentKey key;
    private final Optional<String> object;
    private final long bytes;

    /**
     * @param part the half that the database gets
     * @param halfName of the one that the store has
     * @param key what both make
     */
    Deposit(
            VaultId id,
            DocumentKey part,
            String halfName,
            DocumentKey key,
            Optional<String> object,
            long bytes) {
        this.id = id;
        this.part = part;
        this.halfName = halfName;
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

    /** Seals what belongs to the document before its key is kept. */
    public Fields fields() {
        return new Fields(key, UnaryOperator.identity());
    }

    DocumentKey part() {
        return part;
    }

    String halfName() {
        return halfName;
    }

    Optional<String> object() {
        return object;
    }
}
