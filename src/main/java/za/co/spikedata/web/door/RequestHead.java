package za.co.spikedata.web.door;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a request's head a second time, strictly: whatever two servers could
 * understand differently is a mistake, whether this one would understand it or not. So is an
 * absolute address: only clients of proxies send it, and it is one more place to name a host.
 */
final class RequestHead {
    private static final Pattern REQUEST_LINE =
            Pattern.compile("[A-Z][A-Za-z]{0,31} /[!-~]{0,8000} HTTP/1\\.[01]");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");
    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Names that say who asks, where a request ends or what it means; twice is once too many. */
    private static final Set<String> ONCE =
            Set.of(
                    "host",
                    "content-length",
                    "transfer-encoding",
                    "content-type",
                    "authorization",
                    "origin",
                    "expect");

    private static final String LANGUAGES = "accept-language";

    /**
     * In all lines, as proxies may split a list; fewer than make Tomcat fail where it can no longer
     * answer that it was asked wrongly.
     */
    private static final int MOST_LANGUAGES = 64;

    private RequestHead() {}

    /** What is wrong with the head, in words that repeat no value of it. */
    static Optional<String> mistake(byte[] bytes) {
        var head = new String(bytes, StandardCharsets.ISO_8859_1);
        // Empty lines before the request line are tolerated by the protocol.
        int start = 0;
        while (head.startsWith("\r\n", start)) {
            start += 2;
        }
        var text = head.substring(start);
        if (!text.endsWith("\r\n\r\n")) {
            return Optional.of("it does not end with an empty line");
        }
        var lines = List.of(text.substring(0, text.length() - 4).split("\r\n", -1));
        if (lines.stream().anyMatch(RequestHead::hasControl)) {
            return Optional.of("there is a control character in it");
        }
        if (!REQUEST_LINE.matcher(lines.getFirst()).matches()) {
            return Optional.of("its first line is no request line");
        }
        var fields = new HashMap<String, String>();
        int languages = 0;
        for (var line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
                return Optional.of("one of its lines is no header");
            }
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            var before = fields.put(name, value);
            if (before != null && ONCE.contains(name)) {
                return Optional.of("there is more than one " + name);
            }
            languages += name.equals(LANGUAGES) ? value.split(",", -1).length : 0;
        }
        if (languages > MOST_LANGUAGES) {
            return Optional.of("it names too many languages");
        }
        return framing(lines.getFirst(), fields);
    }

    private static Optional<String> framing(String requestLine, Map<String, String> fields) {
        var length = fields.get("content-length");
        var encoding = fields.get("transfer-encoding");
        if (!fields.containsKey("host")) {
            return Optional.of("there is no host");
        }
        if (length != null && encoding != null) {
            return Optional.of("there are both content-length and transfer-encoding");
        }
        if (length != null && !length.matches("0|[1-9]\\d{0,17}")) {
            return Optional.of("its content-length is no number");
        }
        if (encoding != null && !encoding.equals("chunked")) {
            return Optional.of("its transfer-encoding is not chunked");
        }
        if (encoding != null && requestLine.endsWith("HTTP/1.0")) {
            return Optional.of("HTTP/1.0 has no transfer-encoding");
        }
        var method = requestLine.substring(0, requestLine.indexOf(' '));
        boolean hasContent = encoding != null || (length != null && !length.equals("0"));
        if (hasContent && WITHOUT_CONTENT.contains(method)) {
            return Optional.of("its method takes no content");
        }
        return Optional.empty();
    }

    /** A bare CR or LF among them; nor do browsers send the tab that the protocol would allow. */
    private static boolean hasControl(String line) {
        return line.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    }
}
