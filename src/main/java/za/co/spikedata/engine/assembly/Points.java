package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Money;
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

    private static final int WHOLE = 100;

    private Points() {}

    /** Words say so, and it prints whole numbers only, beside a table that prints cents. */
    static boolean areIn(Found found, List<Found> all) {
        return isWhole(found)
                && all.stream().anyMatch(each -> !isWhole(each))
                && headings(found.reading().grid().section())
                        .flatMap(line -> line.words().stream())
                        .anyMatch(word -> WORDS.contains(Vocabulary.letters(word.text())));
    }

    private static Stream<TokenLine> headings(Section section) {
        return section.headerLines().stream().map(section.lines()::get);
    }

    private static boolean isWhole(Found found) {
        return found.segment().steps().stream()
                .flatMap(step -> step.row().cells().stream())
                .flatMap(cell -> cell.stream())
                .allMatch(figure -> isWhole(figure.magnitude()));
    }

    private static boolean isWhole(Money figure) {
        return figure.isInCents() && figure.cents() % WHOLE == 0;
    }
}
