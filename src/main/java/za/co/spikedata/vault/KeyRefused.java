package za.co.spikedata.vault;

import org.jspecify.annotations.Nullable;

/** A wrapped key does not open with the keys that this installation was started with. */
public final class KeyRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final boolean isOfWhatWasWrapped;

    KeyRefused(String expected, @Nullable Throwable cause) {
        this(expected, cause, false);
    }

    /**
     * @param isOfWhatWasWrapped whether the wrapped key itself is not what it was; else the key
     *     that opens it is not there, or may not be used
     */
    KeyRefused(String expected, @Nullable Throwable cause, boolean isOfWhatWasWrapped) {
        super(expected, cause);
        this.isOfWhatWasWrapped = isOfWhatWasWrapped;
    }

    boolean isOfWhatWasWrapped() {
        return isOfWhatWasWrapped;
    }
}
