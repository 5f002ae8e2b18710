package za.co.spikedata.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records as they are described: components in their order, absent ones left out, values of
 * enums in small letters, times as ISO 8601.
 */
public final class Forms {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .build();

    private Forms() {}

    /** The form as JSON in UTF-8. */
    public static byte[] bytes(Object form) {
        return MAPPER.writeValueAsBytes(form);
    }

    static JsonNode tree(Object form) {
        return MAPPER.valueToTree(form);
    }
}
