package za.co.spikedata.tenancy;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** {@code tenant.yml} as a tree, for what writes it. */
final class DocumentText {
    static final String FILE = "tenant.yml";

    private static final YAMLMapper YAML =
            YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).build();

    private DocumentText() {}

    static ObjectNode empty() {
        return YAML.createObjectNode();
    }

    /** The document among a tenant's files; empty where there is none, or none that can be read. */
    static ObjectNode read(Map<String, String> files) {
        try {
            return YAML.readTree(files.getOrDefault(FILE, "")) instanceof ObjectNode object
                    ? object
                    : empty();
        } catch (JacksonException broken) {
            return empty();
        }
    }

    static String write(ObjectNode root) {
        return TenantSchema.HINT + YAML.writeValueAsString(root);
    }
}
