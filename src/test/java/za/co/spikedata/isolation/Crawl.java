package za.co.spikedata.isolation;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Follows every link of a portal's pages and sheets from some first ones on; none may lead nowhere.
 */
final class Crawl {
    /** Of pages that differ in their parameters alone. */
    private static final int MOST_ALIKE = 3;

    private static final int MOST = 400;

    /** Fonts and pictures that a style sheet asks for. */
    private static final Pattern OF_SHEET = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)");

    private final Leaks leaks;
    private final Function<String, HttpResponse<byte[]>> ask;
    private final List<String> found = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> ledTo = new HashSet<>();
    private final Map<String, Integer> alike = new HashMap<>();

    Crawl(Leaks leaks, Function<String, HttpResponse<byte[]>> ask) {
        this.leaks = leaks;
        this.ask = ask;
    }

    /** What is given away by these and everything they lead to, and which links are dead. */
    List<String> from(Collection<String> first) {
        var next = new ArrayDeque<>(first);
        while (!next.isEmpty() && seen.size() < MOST) {
            var path = next.pop();
            if (isNew(path)) {
                var answer = ask.apply(path);
                found.addAll(leaks.in(path, answer));
                if (ledTo.contains(path) && isNowhere(answer.statusCode())) {
                    found.add(path + ": is led to, and answers " + answer.statusCode());
                }
                var links = links(answer);
                ledTo.addAll(links);
                next.addAll(links);
            }
        }
        return found;
    }

    Set<String> seen() {
        return seen;
    }

    private static boolean isNowhere(int status) {
        return status == 404 || status >= 500;
    }

    private boolean isNew(String path) {
        return !path.startsWith("/language/")
                && seen.add(path)
                && alike.merge(path.replaceFirst("\\?.*", ""), 1, Integer::sum) <= MOST_ALIKE;
    }

    private static List<String> links(HttpResponse<byte[]> answer) {
        var links = new ArrayList<String>();
        answer.headers()
                .firstValue("Location")
                .ifPresent(to -> links.add(to.replaceFirst("^https?://[^/]+", "")));
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (type.startsWith("text/css")) {
            OF_SHEET.matcher(text).results().map(found -> found.group(1)).forEach(links::add);
        }
        if (type.startsWith("text/html")) {
            var page = Jsoup.parse(text);
            for (var name : List.of("href", "src", "hx-get")) {
                links.addAll(page.select("[" + name + "]").eachAttr(name));
            }
            links.addAll(page.select("form[method=get]").eachAttr("action"));
        }
        return links.stream()
                .filter(link -> link.startsWith("/") && !link.startsWith("//"))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();
    }
}
