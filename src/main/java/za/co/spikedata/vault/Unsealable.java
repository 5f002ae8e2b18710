package za.co.spikedata.vault;

/** What was to be opened was changed, or sealed by another key or for another place. */
public final class Unsealable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unsealable(Throwable cause) {
        super("Expected something sealed by this key for this place", cause);
    }
}
