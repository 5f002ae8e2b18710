package za.co.spikedata.admin;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.co.spikedata.tenancy.Tenants;

/** Tells editors what a {@code tenant.yml} may say. */
@RestController
class SchemaApi {
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Tenants tenants;

    SchemaApi(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/tenant.schema.json")
    ResponseEntity<String> schema() {
        return ResponseEntity.ok().contentType(SCHEMA).body(tenants.schema());
    }
}
