package za.co.spikedata.signing;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The keys with which anyone verifies what the platform signed. */
@Controller
class KeySetApi {
    private final Signatures signatures;

    KeySetApi(Signatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(signatures.published());
    }
}
