package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Page;

/**
 * The numbers that the pages of a file print. A page that says several is believed where most
 * others say theirs: at the same height, of as many pages. One within a text is believed there
 * alone.
 */
final class PageNumbers {
    /** Numbers whose heights are no further apart than this, in points, stand at one place. */
    private static final double HEIGHT = 10;

    private final List<List<PageNumber>> said = new ArrayList<>();

    static List<Optional<PageNumber>> of(List<Page> pages) {
        var numbers = new PageNumbers();
        pages.forEach(numbers::take);
        return numbers.all();
    }

    /** The next page of the file. */
    void take(Page page) {
        said.add(PageNumber.in(page));
    }

    /** For each page its number, if it says one. */
    List<Optional<PageNumber>> all() {
        var counts = new HashMap<Spot, Integer>();
        for (List<PageNumber> page : said) {
            page.stream()
                    .flatMap(PageNumbers::spots)
                    .distinct()
                    .forEach(spot -> counts.merge(spot, 1, Integer::sum));
        }
        return said.stream().map(page -> best(page, counts)).toList();
    }

    private static Optional<PageNumber> best(List<PageNumber> page, Map<Spot, Integer> counts) {
        return page.stream()
                .filter(each -> each.apart() || alike(each, counts) > 1)
                .min(Comparator.comparingInt(each -> -alike(each, counts)));
    }

    /** How many pages say one where this stands, its own among them. */
    private static int alike(PageNumber number, Map<Spot, Integer> counts) {
        return spots(number).mapToInt(spot -> counts.getOrDefault(spot, 0)).max().orElse(0);
    }

    /** Where a number stands in two rasters, since neighbours may be parted by one. */
    private static Stream<Spot> spots(PageNumber number) {
        double height = number.place().box().top() / HEIGHT;
        return Stream.of(
                new Spot(number.of(), false, Math.round(height)),
                new Spot(number.of(), true, (long) Math.floor(height)));
    }

    private record Spot(int of, boolean floor, long height) {}
}
