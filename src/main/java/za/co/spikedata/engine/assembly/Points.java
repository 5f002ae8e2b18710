package za.co.spikedata.engine.assembly;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
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

    /** A currency, or letters that tell the side of an amount. */
    private static final Pattern MONEY = Pattern.compile("[\\p{Sc}\\p{L}]");

    /** What a table of points counts; a person or a place may be called so too. */
    private static final Set<String> COUNTED = Set.of("points", "miles", "punte");

    /**
     * Beside one of these such a word is of nothing else, whether the table prints cents or not.
     */
    private static final Set<String> OF_POINTS =
            Set.of(
                    "loyalty",
                    "reward",
                    "rewards",
                    "bonus",
                    "earned",
                    "redeemed",
                    "summary",
                    "programme",
                    "program",
                    "belonings",
                    "lojaliteit",
                    "lojaliteits",
                    "verdien",
                    "opsomming");

    /** Lines of headings above a table. */
    private static final int MOST_LINES = 3;

    private static final Set<String> EARNED = Set.of("earned", "verdien");
    private static final Set<String> USED = Set.of("redeemed", "used", "spent", "gebruik");

    private final List<TokenLine> lines;
    private final boolean isBesideCents;
    private final boolean isBesideMoney;

    /**
     * @param found all tables of the paper
     * @param lines of the file
     */
    Points(List<Found> found, List<TokenLine> lines) {
        this.lines = lines;
        this.isBesideCents =
                found.stream().anyMatch(each -> each.holds() && !printsWholeNumbers(each));
        this.isBesideMoney = found.stream().anyMatch(each -> each.holds() && !isTitled(each));
    }

    /**
     * Its title says so, or its headings do and it prints whole numbers only beside an account that
     * prints cents.
     */
    boolean areIn(Found found) {
        return isBesideMoney && isTitled(found)
                || isBesideCents && printsWholeNumbers(found) && hold(headings(found), WORDS);
    }

    private boolean isTitled(Found found) {
        Grid grid = found.reading().grid();
        RowLine first = found.segment().transactions().getFirst().row();
        boolean isWhole = isBesideCents && figures(found).allMatch(Points::mayCountPoints);
        return TableTitle.of(grid, first, lines).filter(title -> titles(title, isWhole)).isPresent()
                || sayEarnedAndUsed(headings(found));
    }

    /** Whether a title above a line says that it is of points. */
    static boolean titles(String printed, TokenLine line) {
        return titles(printed, line.money().stream().allMatch(Points::mayCountPoints));
    }

    private static boolean titles(String printed, boolean isOfWholeNumbers) {
        List<String> words = Arrays.stream(printed.split(" ")).map(Vocabulary::letters).toList();
        return sayEarnedAndUsed(words)
                || TableTitle.isShort(printed)
                        && !Addressee.isName(printed)
                        && hold(words, COUNTED)
                        && (isOfWholeNumbers || hold(words, OF_POINTS));
    }

    private static boolean sayEarnedAndUsed(List<String> words) {
        return hold(words, EARNED) && hold(words, USED);
    }

    private static boolean hold(List<String> words, Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    /** The letters of each word above its columns, where they are last repeated. */
    private static List<String> headings(Found found) {
        Section section = found.reading().grid().section();
        int first = found.firstLine() - section.firstLine();
        int last =
                section.headerLines().stream()
                        .mapToInt(Integer::intValue)
                        .filter(line -> line < first)
                        .max()
                        .orElse(first);
        return section.headerLines().stream()
                .filter(line -> line <= last && line > last - MOST_LINES)
                .map(section.lines()::get)
                .flatMap(line -> line.words().stream())
                .map(word -> Vocabulary.letters(word.text()))
                .toList();
    }

    /** None has a fraction, not even one of nothing as in "10,000.00". */
    private static boolean printsWholeNumbers(Found found) {
        return figures(found).noneMatch(figure -> FRACTION.matcher(figure.text()).find());
    }

    private static boolean mayCountPoints(MoneyToken figure) {
        return !FRACTION.matcher(figure.text()).find() && !MONEY.matcher(figure.text()).find();
    }

    private static Stream<MoneyToken> figures(Found found) {
        return found.segment().steps().stream()
                .flatMap(step -> step.row().cells().stream())
                .flatMap(Optional::stream);
    }
}
