package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import za.co.spikedata.engine.layout.Page;

/** Puts pages that a file holds in another order than they were numbered in back in order. */
final class PageOrder {
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
        return PageNumber.of(page).filter(each -> each.of() == pages).map(PageNumber::number);
    }
}
