package za.co.spikedata.identity;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such person, or they are another tenant's; the answer is the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotFound extends RuntimeException {
    NotFound() {
        super("Expected a person of this tenant", null, false, false);
    }
}
