package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import za.co.spikedata.engine.table.Section;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/** Tells a table of points, miles or other rewards from an account of money. */
final class Points {
    private static final Set<String> WORDS =
            Set.of(
                    "points",
                    "miles",
                    "rewards",
                    "loyalty",
                    "earned",
                    "redeemed",
                    "punte",
                    "belonings",
                    "verdien");

    /** One or two digits behind the last point or comma. */
    private static final Pattern FRACTION = Pattern.compile("[.,]\\p{Nd}{1,2}(?!\\p{Nd})");

    private final boolean isBesideCents;

    /**
     * @param found all tables of the paper
     */
    Points(List<Found> found) {
        this.isBesideCents =
                found.stream().anyMatch(each -> each.holds() && !printsWholeNumbers(each));
    }

    /** Words say so, and it prints whole numbers only, beside an account that prints cents. */
    boolean areIn(Found found) {
        return isBesideCents
                && printsWholeNumbers(found)
                && headings(found.reading().grid().section())
                        .flatMap(line -> line.words().stream())
                        .anyMatch(word -> WORDS.contains(Vocabulary.letters(word.text())));
    }

    private static Stream<TokenLine> headings(Section section) {
        return section.headerLines().stream().map(section.lines()::get);
    }

    /** None has a fraction, not even one of nothing as in "10,000.00". */
    private static boolean printsWholeNumbers(Found found) {
        return found.segment().steps().stream()
                .flatMap(step -> step.row().cells().stream())
                .flatMap(Optional::stream)
                .noneMatch(figure -> FRACTION.matcher(figure.text()).find());
    }
}
