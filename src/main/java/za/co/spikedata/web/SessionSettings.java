package za.co.spikedata.web;

/**
 * What makes a cookie of a session's id.
 *
 * @param key known to the portal's nodes and not to the database
 */
public record SessionSettings(byte[] key) {
    public SessionSettings {
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "SessionSettings[*]";
    }
}
