package za.co.spikedata.vault;

/** The object store did not do what it was asked. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(Throwable cause) {
        super("Expected the object store to answer", cause);
    }
}
