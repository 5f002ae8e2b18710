package za.co.spikedata.vault;

import org.jspecify.annotations.Nullable;

/** A wrapped key does not open with the keys that this installation was started with. */
public final class KeyRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeyRefused(String expected, @Nullable Throwable cause) {
        super(expected, cause);
    }
}
