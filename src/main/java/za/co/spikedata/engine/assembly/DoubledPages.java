package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;

/** Leaves out pages that print letter for letter what a page before them does. */
final class DoubledPages {
    private DoubledPages() {}

    static List<Page> without(List<Page> pages) {
        var kept = new ArrayList<Page>(pages.size());
        Set<List<String>> known = new HashSet<>();
        for (Page page : pages) {
            if (page.lines().isEmpty() || known.add(printed(page))) {
                kept.add(page);
            }
        }
        return kept.size() == pages.size() ? pages : List.copyOf(kept);
    }

    private static List<String> printed(Page page) {
        return page.lines().stream()
                .flatMap(line -> line.words().stream())
                .map(Word::text)
                .toList();
    }
}
