package za.co.spikedata.vault;

/**
 * Where the vault keeps its objects.
 *
 * @param bucket of what people upload; the others are named after it
 */
public record VaultSettings(String bucket) {
    public String bucket(Shelf shelf) {
        return shelf.bucket(bucket);
    }
}
