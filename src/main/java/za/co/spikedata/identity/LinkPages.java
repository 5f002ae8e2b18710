package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** What the pages behind mailed links have in common. */
final class LinkPages {
    private static final Set<String> PROBLEMS = Set.of("short", "long", "common");

    private LinkPages() {}

    /** The address is the secret; it goes into no {@code Referer}. */
    static void keepToken(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    static String dead(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return "identity/dead-link";
    }

    /** A problem a page can tell of, or none. */
    static String problem(String asked) {
        return PROBLEMS.contains(asked) ? asked : "";
    }
}
