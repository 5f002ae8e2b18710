package za.co.spikedata.engine.assembly;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Place;

/**
 * Pages that a file lacks by the numbers of those it has. A page within a statement takes balances
 * with it; one before its first row or behind its last may take rows that nothing else speaks of.
 * Pages without a number, such as covers and terms, may be the ones that others count.
 */
final class PageGaps {
    private final PageNumbers pages = new PageNumbers();

    /** The next page of the file. */
    void take(Page page) {
        pages.take(page);
    }

    static PageGaps of(List<Page> pages) {
        var gaps = new PageGaps();
        pages.forEach(gaps::take);
        return gaps;
    }

    /** All statements of the file, held to what pages they lack. */
    List<Stretch> told(List<Stretch> statements) {
        var rows = new BitSet();
        for (Stretch each : statements) {
            int first = Math.min(each.firstPage(), each.lastPage());
            rows.set(first, Math.max(each.firstPage(), each.lastPage()) + 1);
        }
        var runs = new PageRuns(pages.all(), rows::get);
        return statements.stream().map(each -> told(each, runs)).toList();
    }

    private static Stretch told(Stretch statement, PageRuns runs) {
        Optional<Place> before = runs.lackedBefore(statement.firstPage());
        Optional<Place> behind = runs.lackedBehind(statement.lastPage());
        boolean newestFirst = statement.claims().newestFirst();
        Stretch told = statement;
        if (before.isPresent() && newestFirst) {
            told = told.beside(before.get());
        } else if (before.isPresent() && !statement.seam().begun()) {
            told = told.missing(before.get());
        }
        return behind.isPresent() ? told.beside(behind.get()) : told;
    }
}
