package za.co.spikedata.vault;

/**
 * Wraps keys under a key of its own that the database never sees. One that does not answer throws
 * {@link KeysUnavailable}.
 */
public interface KeyService {
    /** Names the key that wraps now; kept beside what it wrapped, and tells nothing of the key. */
    String current();

    /**
     * @param context what the wrapped key is for; it opens for nothing else
     */
    byte[] wrap(byte[] key, String context);

    /**
     * @param by name of the key that wrapped it
     * @throws KeyRefused when this service does not have that key, or it does not fit
     */
    byte[] unwrap(String by, byte[] wrapped, String context);
}
