package za.co.spikedata.support;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;

/**
 * Scores a page by the published rules of MDN's HTTP Observatory, as far as they concern a page
 * that sends plain HTTP to TLS: 100, less what is missing; bonuses only from 90 on.
 */
public final class Observatory {
    private Observatory() {}

    public static int score(Map<String, List<String>> headers, Document page) {
        var modifiers =
                List.of(
                        policy(headers),
                        cookies(headers),
                        transport(headers),
                        referrer(headers),
                        integrity(page),
                        types(headers),
                        frames(headers),
                        resources(headers));
        int base = 100 + modifiers.stream().filter(each -> each < 0).mapToInt(each -> each).sum();
        int bonus = modifiers.stream().filter(each -> each > 0).mapToInt(each -> each).sum();
        return base >= 90 ? base + bonus : base;
    }

    private static Map<String, List<String>> directives(Map<String, List<String>> headers) {
        var directives = new TreeMap<String, List<String>>();
        for (var part : first(headers, "content-security-policy").split(";")) {
            var words = List.of(part.strip().split("\\s+"));
            directives.put(words.getFirst(), words.subList(1, words.size()));
        }
        return directives;
    }

    private static int policy(Map<String, List<String>> headers) {
        var directives = directives(headers);
        if (!directives.containsKey("default-src")) {
            return -25;
        }
        boolean isUnsafe =
                directives.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(source ->
                                source.startsWith("'unsafe")
                                        || source.equals("*")
                                        || source.equals("data:")
                                        || source.startsWith("http"));
        if (isUnsafe) {
            return -20;
        }
        var forms = directives.getOrDefault("form-action", List.of());
        boolean isClosed =
                directives.get("default-src").equals(List.of("'none'"))
                        && (forms.equals(List.of("'none'")) || forms.equals(List.of("'self'")));
        return isClosed ? 10 : 5;
    }

    private static int cookies(Map<String, List<String>> headers) {
        var cookies = headers.getOrDefault("set-cookie", List.of());
        if (cookies.isEmpty()) {
            return 0;
        }
        boolean good =
                cookies.stream()
                        .allMatch(cookie ->
                                cookie.contains("; Secure")
                                        && cookie.contains("; HttpOnly")
                                        && cookie.matches(".*; SameSite=(Lax|Strict).*"));
        return good ? 5 : -40;
    }

    private static int transport(Map<String, List<String>> headers) {
        var age =
                first(headers, "strict-transport-security")
                        .replaceFirst(".*max-age=(\\d+).*", "$1");
        return age.matches("\\d+") && Long.parseLong(age) >= 15_768_000 ? 0 : -20;
    }

    private static int referrer(Map<String, List<String>> headers) {
        var good =
                List.of(
                        "no-referrer",
                        "same-origin",
                        "strict-origin",
                        "strict-origin-when-cross-origin");
        return good.contains(first(headers, "referrer-policy")) ? 5 : -5;
    }

    private static int integrity(Document page) {
        var scripts = page.select("script");
        if (scripts.isEmpty()) {
            return 0;
        }
        if (scripts.stream().anyMatch(script -> !script.attr("src").matches("/[^/].*"))) {
            return -50;
        }
        return scripts.stream().allMatch(script -> script.attr("integrity").startsWith("sha384-"))
                ? 5
                : 0;
    }

    private static int types(Map<String, List<String>> headers) {
        return first(headers, "x-content-type-options").equals("nosniff") ? 0 : -5;
    }

    private static int frames(Map<String, List<String>> headers) {
        if (directives(headers).containsKey("frame-ancestors")) {
            return 5;
        }
        return Arrays.asList("SAMEORIGIN", "DENY").contains(first(headers, "x-frame-options"))
                ? 0
                : -20;
    }

    private static int resources(Map<String, List<String>> headers) {
        return first(headers, "cross-origin-resource-policy").equals("same-origin") ? 10 : 0;
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }
}
