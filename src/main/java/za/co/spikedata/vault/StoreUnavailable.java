package za.co.spikedata.vault;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The object store did not do what it was asked; nothing is lost, and later it may. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public sealed class StoreUnavailable extends RuntimeException permits StoreRefused {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(Throwable cause) {
        super("Expected the object store to answer", cause);
    }
}
