package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Place;

/**
 * Pages that a file lacks by the numbers of those it has. A page within a statement takes balances
 * with it; one before its first row or behind its last may take rows that nothing else speaks of.
 */
final class PageGaps {
    private final List<Optional<PageNumber>> numbers = new ArrayList<>();

    /** The next page of the file. */
    void take(Page page) {
        numbers.add(PageNumber.of(page));
    }

    static PageGaps of(List<Page> pages) {
        var gaps = new PageGaps();
        pages.forEach(gaps::take);
        return gaps;
    }

    /** The statement, held to what pages it lacks. */
    Stretch told(Stretch statement) {
        if (isFixed()) {
            return statement;
        }
        Optional<Place> before =
                at(statement.firstPage()).filter(this::lacksBefore).map(PageNumber::place);
        Optional<Place> behind =
                at(statement.lastPage()).filter(this::lacksBehind).map(PageNumber::place);
        boolean newestFirst = statement.claims().newestFirst();
        Stretch told = statement;
        if (before.isPresent() && newestFirst) {
            told = told.beside(before.get());
        } else if (before.isPresent() && !statement.seam().begun()) {
            told = told.missing(before.get());
        }
        return behind.isPresent() ? told.beside(behind.get()) : told;
    }

    /** Several pages print the same number: it is not theirs. */
    private boolean isFixed() {
        List<Integer> printed =
                numbers.stream().flatMap(Optional::stream).map(PageNumber::number).toList();
        return printed.size() > 1 && printed.stream().distinct().count() == 1;
    }

    private Optional<PageNumber> at(int page) {
        return numbers.stream()
                .flatMap(Optional::stream)
                .filter(each -> each.place().page() == page)
                .findFirst();
    }

    private boolean lacksBefore(PageNumber first) {
        return first.number() > 1
                && numbers.stream().flatMap(Optional::stream).noneMatch(first::follows);
    }

    /** A page that no other comes before may count those of a list of which it is one view. */
    private boolean lacksBehind(PageNumber last) {
        return last.number() < last.of()
                && numbers.stream().flatMap(Optional::stream).anyMatch(last::follows)
                && numbers.stream().flatMap(Optional::stream).noneMatch(each -> each.follows(last));
    }
}
