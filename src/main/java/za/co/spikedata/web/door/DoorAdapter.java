package za.co.spikedata.web.door;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees every request first, also those Tomcat could not parse: gives the response its headers,
 * refuses what is ambiguous or meant for nobody here, and sends plain HTTP to TLS.
 */
final class DoorAdapter implements Adapter {
    private static final Logger log = LoggerFactory.getLogger(DoorAdapter.class);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern HOST = Pattern.compile("([a-z0-9.-]{1,253})(:([1-9]\\d{0,4}))?");
    private static final int HIGHEST_PORT = 65_535;
    private static final int TLS_PORT = 443;
    private static final Refusal NOT_OVER_TLS =
            new Refusal(403, "This is answered over TLS alone: please use https.");
    private static final Refusal UNKNOWN_METHOD =
            new Refusal(501, "This method is not known here.");
    private static final Refusal FAILED =
            new Refusal(500, "Something went wrong on our side. Please try again in a moment.");

    /** Forms are short; files come as multipart bodies, which are bounded where they are read. */
    private static final long LARGEST_FORM_BYTES = 256 << 10;

    private final Adapter application;
    private final Door door;

    DoorAdapter(Adapter application, Door door) {
        this.application = application;
        this.door = door;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        var connection = (DoorConnection) request.getNote(DoorConnection.NOTE);
        var peer = InetAddress.ofLiteral(connection.peerAddress());
        boolean throughProxy =
                !connection.isSecure()
                        && door.proxies().believes(peer)
                        && "https".equals(request.getHeader("X-Forwarded-Proto"));
        boolean secure = connection.isSecure() || throughProxy;
        SecurityHeaders.put(response, secure);
        request.setNote(BareAnswer.NOTE, reader(request, connection));
        var refusal = refusal(request, response, connection);
        if (refusal != null) {
            refuse(request, response, refusal);
            return;
        }
        if (!secure) {
            toTls(request, response);
            return;
        }
        if (throughProxy) {
            request.scheme().setString("https");
            if (request.getHeader("Host").indexOf(':') < 0) {
                request.setServerPort(TLS_PORT);
            }
        }
        connection.meter().serves();
        try {
            application.service(request, response);
        } catch (Exception failed) {
            // Nothing behind this could answer any more.
            if (response.isCommitted()) {
                throw failed;
            }
            log.error("Expected the application to answer", failed);
            response.reset();
            SecurityHeaders.put(response, true);
            refuse(request, response, FAILED);
        } finally {
            connection.meter().served();
        }
    }

    /**
     * @param reason a sentence for whoever asked and for the log; it repeats nothing received
     */
    private record Refusal(int status, String reason) {}

    /** In the form that whoever is asked for there reads. */
    private void refuse(Request request, Response response, Refusal refusal) throws IOException {
        boolean withBody = !"HEAD".equals(request.getMethod());
        var answer = BareAnswer.of(request);
        // Null where Tomcat gave up before it came to the version.
        if ("".equals(request.protocol().toString())) {
            answer.refuseVersionless(response, refusal.reason());
        } else {
            answer.refuse(response, refusal.status(), withBody, refusal.reason());
        }
    }

    private @Nullable Refusal refusal(
            Request request, Response response, DoorConnection connection) {
        if ("CONNECT".equals(request.getMethod())) {
            // Tomcat gives up on where it leads, which is no address of ours.
            return UNKNOWN_METHOD;
        }
        if (response.getStatus() >= 400) {
            // A version or encoding nobody speaks is as bad a request as any other.
            boolean isUnknown = Set.of(501, 505).contains(response.getStatus());
            return new Refusal(
                    isUnknown ? 400 : response.getStatus(), "The request could not be read.");
        }
        if (!(request.getInputBuffer() instanceof ApplicationBufferHandler buffer)) {
            throw new IllegalStateException("Expected to see what Tomcat parsed");
        }
        var mistake = RequestHead.mistake(connection.head(buffer.getByteBuffer()));
        if (mistake.isPresent()) {
            return new Refusal(400, "The request is not well formed: " + mistake.get() + ".");
        }
        if (!METHODS.contains(request.getMethod())) {
            return UNKNOWN_METHOD;
        }
        var host = HOST.matcher(request.getHeader("Host"));
        if (!host.matches() || (host.group(3) != null && isNoPort(host.group(3)))) {
            return new Refusal(400, "The Host header names no host.");
        }
        if (!door.isHost().test(host.group(1))) {
            return new Refusal(421, "Nothing is served on this host.");
        }
        var named = connection.serverName();
        if (named != null && !named.isEmpty() && !named.equalsIgnoreCase(host.group(1))) {
            return new Refusal(421, "The Host header names another host than the TLS connection.");
        }
        var coding = request.getHeader("Content-Encoding");
        if (coding != null && !"identity".equalsIgnoreCase(coding)) {
            return new Refusal(
                    415, "Content-Encoding is not supported: please send the content as it is.");
        }
        return isTooLarge(request) ? new Refusal(413, "The content is too large.") : null;
    }

    /** Where Tomcat gave up before it came to the host, the handshake tells it. */
    private BareAnswer reader(Request request, DoorConnection connection) {
        var told = Optional.ofNullable(request.getHeader("Host")).map(HOST::matcher);
        var named =
                told.filter(Matcher::matches)
                        .map(host -> host.group(1))
                        .or(() -> Optional.ofNullable(connection.serverName()));
        return named.map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(door.isForPrograms())
                        .isPresent()
                ? BareAnswer.forPrograms(request.requestURI().toString())
                : BareAnswer.PAGE;
    }

    private static boolean isNoPort(String digits) {
        return Integer.parseInt(digits) > HIGHEST_PORT;
    }

    private static boolean isTooLarge(Request request) {
        var type = request.getContentType();
        return request.getContentLengthLong() > LARGEST_FORM_BYTES
                && (type == null || type.startsWith("application/x-www-form-urlencoded"));
    }

    /** Pages move to TLS for good; what carries secrets must not get used to being helped. */
    private void toTls(Request request, Response response) throws IOException {
        var path = request.requestURI().toString();
        boolean isPage = Set.of("GET", "HEAD").contains(request.getMethod());
        if (!isPage || BareAnswer.of(request) != BareAnswer.PAGE || !path.startsWith("/")) {
            refuse(request, response, NOT_OVER_TLS);
            return;
        }
        var host = request.getHeader("Host").replaceFirst(":\\d+$", "");
        int port = door.tlsPort().getAsInt();
        var query = request.queryString().isNull() ? "" : "?" + request.queryString();
        response.setHeader(
                "Location",
                "https://" + host + (port == TLS_PORT ? "" : ":" + port) + path + query);
        response.setStatus(308);
        response.setContentLength(0);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return application.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status)
            throws Exception {
        return application.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        application.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        application.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return application.getDomain();
    }
}
