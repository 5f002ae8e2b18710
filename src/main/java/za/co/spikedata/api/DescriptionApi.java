package za.co.spikedata.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.openapi.Operation;
import za.co.spikedata.web.OnApiHosts;

/** Describes the addresses of documents to whoever wants to use them (OpenAPI 3.1). */
@Controller
@OnApiHosts
class DescriptionApi {
    private final ApiDescription description;

    DescriptionApi(ApiDescription description) {
        this.description = description;
    }

    @GetMapping("/v7/openapi.json")
    @Operation(
            id = "describe",
            summary = "This description",
            isOpen = true,
            answers =
                    @Operation.Answer(
                            says = "This description.",
                            bodies = @Operation.Body(form = Object.class)),
            refuses = 400)
    ResponseEntity<byte[]> describe() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(description.bytes());
    }
}
