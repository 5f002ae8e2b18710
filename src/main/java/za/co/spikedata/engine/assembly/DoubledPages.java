package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;

/** Leaves out pages that print letter for letter, place for place, what a page before them does. */
final class DoubledPages {
    /**
     * @param right of the page's first word, in whole points
     * @param below it
     */
    private record Printed(String text, long right, long below) {}

    private DoubledPages() {}

    static List<Page> without(List<Page> pages) {
        var kept = new ArrayList<Page>(pages.size());
        Set<List<Printed>> known = new HashSet<>();
        for (Page page : pages) {
            if (page.lines().isEmpty() || known.add(printed(page))) {
                kept.add(page);
            }
        }
        return kept.size() == pages.size() ? pages : List.copyOf(kept);
    }

    /** What a page prints, wherever the whole of it stands on the paper. */
    private static List<Printed> printed(Page page) {
        List<Word> words = page.words();
        Box first = words.getFirst().box();
        return words.stream()
                .map(word ->
                        new Printed(
                                word.text(),
                                Math.round(word.box().left() - first.left()),
                                Math.round(word.box().top() - first.top())))
                .toList();
    }
}
