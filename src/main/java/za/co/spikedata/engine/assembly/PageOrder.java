package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;

/** Puts pages that a file holds in another order than they were numbered in back in order. */
final class PageOrder {
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:page|bladsy|seite|pagina|página)\\s*:?\\s*(\\d{1,3})\\s*(?:of|van|von|de|di|/)\\s*(\\d{1,3})\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PageOrder() {}

    /** The pages by their printed numbers; nothing where these tell no other order. */
    static Optional<List<Page>> of(List<Page> pages) {
        var numbered = new TreeMap<Integer, Page>();
        for (Page page : pages) {
            Optional<Integer> number = number(page, pages.size());
            if (number.isEmpty() || numbered.putIfAbsent(number.get(), page) != null) {
                return Optional.empty();
            }
        }
        var ordered = new ArrayList<>(numbered.values());
        return ordered.equals(pages) ? Optional.empty() : Optional.of(ordered);
    }

    /** The number a page gives itself among as many as there are. */
    private static Optional<Integer> number(Page page, int pages) {
        for (Line line : page.lines()) {
            String text = line.words().stream().map(Word::text).collect(Collectors.joining(" "));
            Matcher found = NUMBERED.matcher(text);
            if (found.find() && Integer.parseInt(found.group(2)) == pages) {
                return Optional.of(Integer.parseInt(found.group(1)));
            }
        }
        return Optional.empty();
    }
}
