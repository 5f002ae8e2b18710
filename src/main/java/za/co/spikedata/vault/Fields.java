package za.co.spikedata.vault;

/** Seals and opens the small fields of one document. */
public final class Fields {
    private final DocumentKey key;

    Fields(DocumentKey key) {
        this.key = key;
    }

    public byte[] seal(String field, byte[] content) {
        return key.seal(field, content);
    }

    public byte[] unseal(String field, byte[] sealed) {
        return key.unseal(field, sealed);
    }
}
