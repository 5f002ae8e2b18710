package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.openapi.Says;

/** The password a program sends for a document. */
final class SentPassword {
    private static final int MOST_BYTES = 4 << 10;
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** As it is described; more than this is not looked at. */
    record Form(@Says(least = 1) String password) {}

    private SentPassword() {}

    /**
     * @throws Refused for a body that holds none
     */
    static String of(HttpServletRequest request) throws IOException {
        if (!Exchange.isJson(request)) {
            throw new Refused(Problem.NOT_JSON);
        }
        var body = Remainder.taking(request).getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refused(Problem.MALFORMED);
        }
        try {
            @Nullable JsonNode password = STRICT.readTree(body).get("password");
            if (password != null && password.isString() && !password.stringValue().isEmpty()) {
                return password.stringValue();
            }
        } catch (JacksonException noJson) {
            throw new Refused(Problem.MALFORMED);
        }
        throw new Refused(Problem.MALFORMED);
    }
}
