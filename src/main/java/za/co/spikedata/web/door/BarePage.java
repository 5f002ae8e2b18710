package za.co.spikedata.web.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to what never reaches a tenant's pages: neutral, the same for everybody, and made
 * without a template, so that it still works when nothing else does.
 */
final class BarePage {
    private static final Logger log = LoggerFactory.getLogger(BarePage.class);

    private static final int TOO_LARGE = 413;

    private BarePage() {}

    /** Answers and ends the connection. The reason goes to the log; it repeats nothing received. */
    static void refuse(Response response, int status, boolean withBody, String reason)
            throws IOException {
        response.setHeader("Connection", "close");
        write(response, status, withBody, reason);
        end(response, status);
    }

    /** Nothing that follows on this connection is read; called behind the content. */
    static void end(Response response, int status) {
        if (status != TOO_LARGE) {
            // What is left of a refused request is neither read nor understood.
            response.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        } // who is still sending too much would lose this answer to a reset
        response.action(ActionCode.CLIENT_FLUSH, null);
    }

    /** Tomcat writes no head for a request that names no version; this one writes it as content. */
    static void refuseVersionless(Response response, String reason) throws IOException {
        var head = head(SecurityHeaders.overTls());
        response.doWrite(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        refuse(response, 400, true, reason);
    }

    /** The whole answer to whoever speaks HTTP where TLS is spoken. */
    static byte[] refusalOfPlain() {
        var page = html(400, UUID.randomUUID());
        return (head(SecurityHeaders.overPlain()) + page).getBytes(StandardCharsets.UTF_8);
    }

    private static String head(Map<String, String> headers) {
        var head = new StringBuilder("HTTP/1.1 400 \r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Type: text/html;charset=UTF-8\r\nConnection: close\r\n\r\n")
                .toString();
    }

    static void write(Response response, int status, boolean withBody, String reason)
            throws IOException {
        var id = UUID.randomUUID();
        log.debug("Request {} answered {}: {}", id, status, reason);
        var page = html(status, id).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        send(response, status, withBody, page);
    }

    static void send(Response response, int status, boolean withBody, byte[] content)
            throws IOException {
        response.setStatus(status);
        response.setContentLength(content.length);
        if (withBody) {
            response.doWrite(ByteBuffer.wrap(content));
        }
    }

    private static String html(int status, UUID id) {
        boolean ours = status >= 500 && status != 501;
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p>%s</p>
        <p>Code <code>%s</code></p>
        </main>
        </body>
        </html>
        """
                .formatted(
                        ours ? "Something went wrong" : "Request not understood",
                        ours ? "Something went wrong" : "Request not understood",
                        ours
                                ? "It is our fault. Please try again in a moment."
                                : "Nothing is served for this request. Please check the address.",
                        id);
    }
}
