package za.co.spikedata.vault;

/** The object store answers, and keeps objects that it was to delete; it may delete others. */
public final class StoreRefused extends StoreUnavailable {
    private static final long serialVersionUID = 1L;

    StoreRefused(Throwable cause) {
        super(cause);
    }
}
