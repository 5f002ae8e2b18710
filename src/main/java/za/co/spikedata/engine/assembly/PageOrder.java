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
        List<Optional<PageNumber>> printed = PageNumbers.of(pages);
        for (int i = 0; i < pages.size(); i++) {
            Optional<PageNumber> number = printed.get(i).filter(each -> each.of() == pages.size());
            if (number.isEmpty()
                    || numbered.putIfAbsent(number.get().number(), pages.get(i)) != null) {
                return Optional.empty();
            }
        }
        var ordered = new ArrayList<>(numbered.values());
        return ordered.equals(pages) ? Optional.empty() : Optional.of(ordered);
    }
}
