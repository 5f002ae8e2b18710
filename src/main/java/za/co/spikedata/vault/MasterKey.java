package za.co.spikedata.vault;

/** The 32 bytes that wrap every tenant's key; lives outside the database. */
public record MasterKey(byte[] key) {
    static final int BYTES = 32;

    public MasterKey {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("Expected a master key of 32 bytes");
        }
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[*]";
    }
}
