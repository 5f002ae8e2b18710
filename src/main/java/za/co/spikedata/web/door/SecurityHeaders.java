package za.co.spikedata.web.door;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.coyote.Response;

/** The headers every response carries: errors, static files and Tomcat's own answers included. */
public final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self'",
                    "connect-src 'self'",
                    "frame-src 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'self'",
                    "base-uri 'none'",
                    "object-src 'none'");

    /** Two years, the least that browsers' own lists ask for twice over. */
    private static final String HSTS = "max-age=63072000; includeSubDomains";

    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

    static {
        ALWAYS.put("X-Frame-Options", "SAMEORIGIN");
        ALWAYS.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        ALWAYS.put("X-Content-Type-Options", "nosniff");
        ALWAYS.put("Referrer-Policy", "same-origin");
        ALWAYS.put(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        ALWAYS.put("Cross-Origin-Opener-Policy", "same-origin");
        ALWAYS.put("Cross-Origin-Resource-Policy", "same-origin");
        ALWAYS.put("Cache-Control", "no-store");
    }

    private SecurityHeaders() {}

    /** What every response over TLS carries, by name. */
    public static Map<String, String> overTls() {
        var all = new LinkedHashMap<>(ALWAYS);
        all.put("Strict-Transport-Security", HSTS);
        return all;
    }

    /** What every response without TLS carries, by name. */
    static Map<String, String> overPlain() {
        return new LinkedHashMap<>(ALWAYS);
    }

    static void put(Response response, boolean secure) {
        ALWAYS.forEach(response::setHeader);
        if (secure) {
            response.setHeader("Strict-Transport-Security", HSTS);
        }
    }
}
