package za.co.spikedata.audit;

/**
 * What the trail needs from outside the database.
 *
 * @param key chains the events; whoever has only the database cannot make a chain up
 * @param bucket of the object store, where the chains' ends are kept a second time
 */
public record AuditSettings(byte[] key, String bucket) {
    public AuditSettings {
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "AuditSettings[*]";
    }
}
