package za.co.spikedata.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.web.OnApiHosts;

/** Describes the addresses of documents to whoever wants to use them (OpenAPI 3.1). */
@Controller
@OnApiHosts
class DescriptionApi {
    static final String FILE = "openapi.json";

    @GetMapping("/v7/openapi.json")
    ResponseEntity<byte[]> describe() throws IOException {
        try (InputStream in = DescriptionApi.class.getResourceAsStream(FILE)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Objects.requireNonNull(in, FILE).readAllBytes());
        }
    }
}
