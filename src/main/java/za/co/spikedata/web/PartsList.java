package za.co.spikedata.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every library of this build (CycloneDX). The product itself goes by no name in it, since each
 * tenant's administrators read it.
 */
final class PartsList {
    private static final String BUILT = "META-INF/sbom/application.cdx.json";
    private static final String OURSELVES = "portal";
    private static final JsonMapper JSON = JsonMapper.shared();

    private PartsList() {}

    /** Empty where the build made none, as an offline one does not. */
    static Optional<String> read() {
        var built = new ClassPathResource(BUILT);
        if (!built.exists()) {
            return Optional.empty();
        }
        try (InputStream in = built.getInputStream()) {
            return Optional.of(withoutOurName(JSON.readTree(in)).toString());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    static JsonNode withoutOurName(JsonNode list) {
        if (list.path("metadata") instanceof ObjectNode metadata) {
            var named = metadata.path("component");
            metadata.putObject("component")
                    .put("type", "application")
                    .put("bom-ref", OURSELVES)
                    .put("name", OURSELVES)
                    .put("version", named.path("version").asString(""));
            for (var each : list.path("dependencies")) {
                if (each.path("ref").equals(named.path("bom-ref"))
                        && each instanceof ObjectNode ours) {
                    ours.put("ref", OURSELVES);
                }
            }
        }
        return list;
    }
}
