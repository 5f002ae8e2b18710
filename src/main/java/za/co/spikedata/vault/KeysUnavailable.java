package za.co.spikedata.vault;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The key service did not answer; nothing is lost, and later it may. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysUnavailable(Throwable cause) {
        super("Expected the key service to answer", cause);
    }
}
