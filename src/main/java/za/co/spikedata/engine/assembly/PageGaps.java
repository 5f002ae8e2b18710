package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The statement, held to what pages it lacks. */
    Stretch told(Stretch statement) {
        List<Optional<PageNumber>> numbers = pages.all();
        if (isFixed(numbers)) {
            return statement;
        }
        Optional<Place> before = lacking(numbers, statement.firstPage(), PageGaps::lacksBefore);
        Optional<Place> behind = lacking(numbers, statement.lastPage(), PageGaps::lacksBehind);
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
    private static boolean isFixed(List<Optional<PageNumber>> numbers) {
        List<Integer> printed =
                numbers.stream().flatMap(Optional::stream).map(PageNumber::number).toList();
        return printed.size() > 1 && printed.stream().distinct().count() == 1;
    }

    private interface Lack {
        boolean at(List<Optional<PageNumber>> numbers, int index, PageNumber number);
    }

    private static Optional<Place> lacking(
            List<Optional<PageNumber>> numbers, int page, Lack lack) {
        for (int i = 0; i < numbers.size(); i++) {
            Optional<PageNumber> number = numbers.get(i);
            if (number.isPresent() && number.get().place().page() == page) {
                return lack.at(numbers, i, number.get())
                        ? Optional.of(number.get().place())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean lacksBefore(
            List<Optional<PageNumber>> numbers, int index, PageNumber first) {
        return first.number() - 1 > beside(numbers, index, first, -1)
                && present(numbers).noneMatch(first::follows);
    }

    /** A page that no other comes before may count those of a list of which it is one view. */
    private static boolean lacksBehind(
            List<Optional<PageNumber>> numbers, int index, PageNumber last) {
        return last.of() - last.number() > beside(numbers, index, last, 1)
                && present(numbers).anyMatch(last::follows)
                && present(numbers).noneMatch(each -> each.follows(last));
    }

    private static Stream<PageNumber> present(List<Optional<PageNumber>> numbers) {
        return numbers.stream().flatMap(Optional::stream);
    }

    /**
     * How many pages stand before one, or behind it, up to where the numbers begin anew.
     *
     * @param step -1 before, 1 behind
     */
    private static int beside(
            List<Optional<PageNumber>> numbers, int index, PageNumber from, int step) {
        int count = 0;
        int number = from.number();
        for (int i = index + step; i >= 0 && i < numbers.size(); i += step) {
            Optional<PageNumber> next = numbers.get(i);
            if (next.isPresent()) {
                boolean goesOn = (next.get().number() - number) * step > 0;
                if (!goesOn || next.get().of() != from.of()) {
                    break;
                }
                number = next.get().number();
            }
            count++;
        }
        return count;
    }
}
