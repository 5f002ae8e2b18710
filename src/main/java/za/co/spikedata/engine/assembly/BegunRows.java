package za.co.spikedata.engine.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Rules;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.reading.Step.Role;
import za.co.spikedata.engine.table.Column;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Finds dates that begin a row within a table, with a figure behind them, but are no row's. */
final class BegunRows {
    /** Fewer letters may be a currency or a side. */
    private static final int LETTERS_OF_TEXT = 3;

    private final Reading reading;
    private final double figuresFrom;
    private @Nullable Set<Integer> glued;
    private @Nullable TokenLine counted;
    private int[] texts = {};

    BegunRows(Reading reading) {
        this.reading = reading;
        this.figuresFrom = figuresFrom(reading);
    }

    /** Lengths of the rows' dates that are bare digits, which mean a date in such a table only. */
    static Set<Integer> glued(Reading reading) {
        var lengths = new HashSet<Integer>();
        for (RowLine row : reading.grid().rows()) {
            if (row.isDated() && row.date().orElseThrow().weak()) {
                lengths.add(row.date().orElseThrow().text().length());
            }
        }
        return lengths;
    }

    private boolean isGlued(DateToken date) {
        if (glued == null) {
            glued = glued(reading);
        }
        return glued.contains(date.text().length());
    }

    /**
     * Right edge of the leftmost figures that count, in points of the section's first strip; beyond
     * any paper where the rows come from several tables.
     */
    private static double figuresFrom(Reading reading) {
        Rules rules = reading.rules();
        List<Column> columns = reading.grid().columns();
        double from = Double.POSITIVE_INFINITY;
        for (int i = 0; i < columns.size() && reading.grid().joined().isEmpty(); i++) {
            if (i == rules.balance() || rules.signs().get(i) != 0) {
                from = Math.min(from, columns.get(i).maxRight());
            }
        }
        return from;
    }

    /**
     * Where the first in a line of the table stands.
     *
     * @param row what was read of the line, if anything
     * @param step what the row turned out to be, if it is one of the statement's
     * @param isStill it prints the balance that a row above or below it leads to
     */
    Optional<Place> in(
            TokenLine line, @Nullable RowLine row, @Nullable Step step, BooleanSupplier isStill) {
        for (DateToken date : line.dates()) {
            if (date.weak() && !isGlued(date)
                    || row != null && claims(row, date)
                    || line.isEmbedded(date)
                            && !RowLike.begins(line, date)
                            && !isUnmoved(row, step, isStill)) {
                continue;
            }
            for (MoneyToken figure : line.money()) {
                boolean follows =
                        figure.strong()
                                && !figure.embedded()
                                && figure.firstWord() > date.lastWord();
                if (follows
                        && (row == null
                                || !claims(row, figure)
                                || !holds(step, figure)
                                        && isOther(line, row, step, isStill, date, figure))) {
                    return Optional.of(new Place(line.page(), date.box().union(figure.box())));
                }
            }
        }
        return Optional.empty();
    }

    /** The row moves money or prints a balance of the account. */
    static boolean counts(@Nullable Step step) {
        return step != null && step.role() != Role.MEMO && step.role() != Role.OUTSIDE;
    }

    /** The figure is the balance that the row's own amount leads to. */
    private boolean holds(@Nullable Step step, MoneyToken figure) {
        int column = reading.rules().balance();
        return step != null
                && step.covered()
                && column >= 0
                && step.row().cells().get(column).filter(each -> each == figure).isPresent();
    }

    /** A row that claims the figure, but cannot be the one that the date begins. */
    private boolean isOther(
            TokenLine line,
            RowLine row,
            @Nullable Step step,
            BooleanSupplier isStill,
            DateToken date,
            MoneyToken figure) {
        boolean begins = row.date().isEmpty() && RowLike.begins(line, date);
        double left = date.box().left() - reading.grid().section().shift(line);
        return figureBefore(row, date) && textBetween(textsOnce(line), date, figure)
                || begins && !counts(step) && row.name() == Name.NONE && row.figures() > 0
                || begins && left > figuresFrom
                || begins && saysAnotherDay(row, date)
                || isUnmoved(row, step, isStill);
    }

    /** The row was given the day of a row above, and begins with another. */
    private static boolean saysAnotherDay(RowLine row, DateToken date) {
        return row.name() == Name.NONE
                && row.inherited().filter(above -> !above.text().equals(date.text())).isPresent();
    }

    /** Its figures stand in other columns than balances do, and its date in no column of dates. */
    private static boolean isUnmoved(
            @Nullable RowLine row, @Nullable Step step, BooleanSupplier isStill) {
        return row != null
                && !counts(step)
                && row.date().isEmpty()
                && row.name() == Name.NONE
                && row.figures() > 1
                && !isStill.getAsBoolean();
    }

    private static boolean figureBefore(RowLine row, DateToken date) {
        return row.cells().stream()
                .flatMap(Optional::stream)
                .anyMatch(figure -> figure.strong() && figure.lastWord() < date.firstWord());
    }

    /** Whether a word of letters stands between them, by the line's {@link #texts}. */
    static boolean textBetween(int[] texts, DateToken date, MoneyToken figure) {
        return texts[figure.firstWord()] > texts[date.lastWord() + 1];
    }

    /** How many words of letters stand before each of the line's words. */
    static int[] texts(TokenLine line) {
        int[] texts = new int[line.words().size() + 1];
        for (int i = 0; i + 1 < texts.length; i++) {
            long letters = line.words().get(i).text().chars().filter(Character::isLetter).count();
            texts[i + 1] = texts[i] + (letters >= LETTERS_OF_TEXT ? 1 : 0);
        }
        return texts;
    }

    private int[] textsOnce(TokenLine line) {
        if (line != counted) {
            counted = line;
            texts = texts(line);
        }
        return texts;
    }

    private static boolean claims(RowLine row, DateToken date) {
        return row.date().isPresent() && row.date().get() == date
                || row.valueDate().isPresent() && row.valueDate().get() == date;
    }

    private static boolean claims(RowLine row, MoneyToken figure) {
        for (Optional<MoneyToken> cell : row.cells()) {
            if (cell.isPresent() && cell.get() == figure) {
                return true;
            }
        }
        return false;
    }
}
