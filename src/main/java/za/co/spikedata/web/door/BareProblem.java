package za.co.spikedata.web.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.coyote.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** What a program is told of a request that goes no further than the door (RFC 9457). */
final class BareProblem {
    private static final Logger log = LoggerFactory.getLogger(BareProblem.class);

    private BareProblem() {}

    /**
     * Answers and ends the connection.
     *
     * @param reason a sentence without quotation marks; repeats nothing received
     */
    static void refuse(Response response, int status, boolean withBody, String reason)
            throws IOException {
        var id = UUID.randomUUID();
        log.debug("Request {} answered {}: {}", id, status, reason);
        var content = json(status, reason, id).getBytes(StandardCharsets.UTF_8);
        response.setHeader("Connection", "close");
        response.setContentType("application/problem+json");
        BarePage.send(response, status, withBody, content);
        BarePage.end(response, status);
    }

    private static String json(int status, String reason, UUID id) {
        var title =
                Optional.ofNullable(HttpStatus.resolve(status))
                        .map(HttpStatus::getReasonPhrase)
                        .orElse("");
        return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s","requestId":"%s"}\
        """
                .formatted(title, status, reason, id);
    }
}
