package za.co.spikedata.engine.assembly;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import za.co.spikedata.engine.model.Place;

/**
 * How the numbers of a file's pages follow one another. A file may hold several papers that count
 * alike, so what one page goes on with, no other does.
 */
final class PageRuns {
    private record Count(int number, int of) {}

    private final List<Optional<PageNumber>> numbers;
    private final Map<Integer, Integer> byPage = new HashMap<>();

    /** Indexes of pages that go on with the numbered page before. */
    private final Set<Integer> led = new HashSet<>();

    /** Indexes of pages that the next numbered page goes on with. */
    private final Set<Integer> leading = new HashSet<>();

    private final Set<Count> starts = new HashSet<>();
    private final Set<Count> ends = new HashSet<>();

    /** How many pages the papers have of which the file holds all, and no row on any. */
    private final Set<Integer> letters = new HashSet<>();

    private final boolean fixed;

    /**
     * @param numbers of each page, if it prints one
     * @param holdsRows whether rows stand on a page, counted from 1
     */
    PageRuns(List<Optional<PageNumber>> numbers, IntPredicate holdsRows) {
        this.numbers = numbers;
        int[] printed =
                IntStream.range(0, numbers.size())
                        .filter(i -> numbers.get(i).isPresent())
                        .toArray();
        var counts = new HashSet<Count>();
        var withRows = new HashSet<Integer>();
        for (int i = 0; i < printed.length; i++) {
            PageNumber number = numbers.get(printed[i]).orElseThrow();
            byPage.put(number.place().page(), printed[i]);
            counts.add(count(number, 0));
            if (holdsRows.test(number.place().page())) {
                withRows.add(number.of());
            }
            if (i > 0 && number.follows(numbers.get(printed[i - 1]).orElseThrow())) {
                led.add(printed[i]);
                leading.add(printed[i - 1]);
            }
        }
        for (int index : printed) {
            PageNumber number = numbers.get(index).orElseThrow();
            if (!led.contains(index)) {
                starts.add(count(number, 0));
            }
            if (!leading.contains(index)) {
                ends.add(count(number, 0));
            }
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        counts.forEach(count -> sizes.merge(count.of(), 1, Integer::sum));
        sizes.forEach((of, size) -> {
            if (of.equals(size) && !withRows.contains(of)) {
                letters.add(of);
            }
        });
        fixed =
                printed.length > 1
                        && IntStream.of(printed)
                                        .map(each -> numbers.get(each).orElseThrow().number())
                                        .distinct()
                                        .count()
                                == 1;
    }

    /** The number of a page, where the file lacks one before it. */
    Optional<Place> lackedBefore(int page) {
        return lacked(page, this::lacksBefore);
    }

    /** The number of a page, where the file lacks one behind it. */
    Optional<Place> lackedBehind(int page) {
        return lacked(page, this::lacksBehind);
    }

    /** Where all pages print the same number it is not theirs. */
    private Optional<Place> lacked(int page, BiPredicate<Integer, PageNumber> lacks) {
        return Optional.ofNullable(byPage.get(page))
                .filter(_ -> !fixed)
                .filter(index -> lacks.test(index, numbers.get(index).orElseThrow()))
                .flatMap(numbers::get)
                .map(PageNumber::place);
    }

    private boolean lacksBefore(int index, PageNumber first) {
        return first.number() - 1 > beside(index, first, -1) && !isLed(index, first);
    }

    /** A page that no other comes before may count those of a list of which it is one view. */
    private boolean lacksBehind(int index, PageNumber last) {
        return last.of() - last.number() > beside(index, last, 1)
                && isLed(index, last)
                && !leading.contains(index)
                && !starts.contains(count(last, 1));
    }

    /** A page comes before this one and before no other. */
    private boolean isLed(int index, PageNumber number) {
        return led.contains(index) || ends.contains(count(number, -1));
    }

    private static Count count(PageNumber number, int further) {
        return new Count(number.number() + further, number.of());
    }

    /**
     * How many pages stand before one, or behind it, up to where the numbers begin anew. A letter
     * with numbers of its own may be counted as one that lies before.
     *
     * @param step -1 before, 1 behind
     */
    private int beside(int index, PageNumber from, int step) {
        int count = 0;
        int number = from.number();
        for (int i = index + step; i >= 0 && i < numbers.size(); i += step) {
            Optional<PageNumber> next = numbers.get(i);
            boolean letter =
                    step < 0
                            && next.isPresent()
                            && next.get().of() != from.of()
                            && letters.contains(next.get().of());
            if (next.isPresent() && !letter) {
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
