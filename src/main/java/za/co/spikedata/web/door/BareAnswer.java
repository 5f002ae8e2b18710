package za.co.spikedata.web.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to what never reaches a tenant's pages: neutral, the same for everybody, and made
 * without a template, so that it still works when nothing else does. It repeats nothing received.
 */
enum BareAnswer {
    /** For people. */
    PAGE("text/html;charset=UTF-8") {
        @Override
        String content(int status, String reason, UUID id) {
            return BarePage.html(status, id);
        }
    },
    /** For programs (RFC 9457). */
    PROBLEM("application/problem+json") {
        @Override
        String content(int status, String reason, UUID id) {
            return BareProblem.json(status, reason, id);
        }
    },
    /** For programs that read the contract's envelope alone. */
    ENVELOPE("application/json") {
        @Override
        String content(int status, String reason, UUID id) {
            return BareEnvelope.json(status, reason, id);
        }
    };

    /** Where Tomcat's request keeps the one its sender reads; a number Tomcat does not use. */
    static final int NOTE = 22;

    private static final Logger log = LoggerFactory.getLogger(BareAnswer.class);

    private static final int TOO_LARGE = 413;

    private final String type;

    BareAnswer(String type) {
        this.type = type;
    }

    static BareAnswer of(Request request) {
        return request.getNote(NOTE) instanceof BareAnswer answer ? answer : PAGE;
    }

    /**
     * @param path null where Tomcat gave up before it came to it
     */
    static BareAnswer forPrograms(@Nullable String path) {
        return BareEnvelope.isReadAt(path) ? ENVELOPE : PROBLEM;
    }

    /** Whether it is the portal's fault; a method that it does not know is not. */
    static boolean isOurs(int status) {
        return status >= 500 && status != 501;
    }

    /**
     * @param reason a sentence without quotation marks
     */
    abstract String content(int status, String reason, UUID id);

    /** Answers and ends the connection. */
    void refuse(Response response, int status, boolean withBody, String reason) throws IOException {
        response.setHeader("Connection", "close");
        write(response, status, withBody, reason);
        if (status != TOO_LARGE) {
            // What is left of a refused request is neither read nor understood.
            response.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        } // who is still sending too much would lose this answer to a reset
        response.action(ActionCode.CLIENT_FLUSH, null);
    }

    /** Tomcat writes no head for a request that names no version; this one writes it as content. */
    void refuseVersionless(Response response, String reason) throws IOException {
        var head = head(SecurityHeaders.overTls());
        response.doWrite(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        refuse(response, 400, true, reason);
    }

    /** The whole answer to whoever speaks HTTP where TLS is spoken. */
    static byte[] refusalOfPlain() {
        var page = PAGE.content(400, "plain", UUID.randomUUID());
        return (PAGE.head(SecurityHeaders.overPlain()) + page).getBytes(StandardCharsets.UTF_8);
    }

    private String head(Map<String, String> headers) {
        var head = new StringBuilder("HTTP/1.1 400 \r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Type: ")
                .append(type)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    void write(Response response, int status, boolean withBody, String reason) throws IOException {
        var id = UUID.randomUUID();
        log.debug("Request {} answered {}: {}", id, status, reason);
        var content = content(status, reason, id).getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setStatus(status);
        response.setContentLength(content.length);
        if (withBody) {
            response.doWrite(ByteBuffer.wrap(content));
        }
    }
}
