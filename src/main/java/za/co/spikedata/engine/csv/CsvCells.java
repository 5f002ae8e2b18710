package za.co.spikedata.engine.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.DateLexer;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.LineText;
import za.co.spikedata.engine.table.MoneyLexer;
import za.co.spikedata.engine.table.MoneyToken;

/** Understands cells as the engine understands what is printed. */
final class CsvCells {
    /** Other years are of another calendar than the common one. */
    private static final int EARLIEST_YEAR = 1950;

    private static final int LATEST_YEAR = 2060;

    private static final int LONGEST = 40;
    private static final Box NOWHERE = new Box(0, 0, 1, 1);

    /** A figure and its signs, and nothing beside them. */
    private static final Pattern FIGURE =
            Pattern.compile(
                    "[-+(\\u2212]? ?(?:ZAR|R)? ?[-+\\u2212]? ?\\d[\\d .,'\\u00A0\\u202F]*[-)]?"
                            + " ?(?:CR|DR)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME = Pattern.compile("|[ T]\\d{1,2}:\\d{2}\\S*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final DateLexer DATES = new DateLexer();
    private static final MoneyLexer FIGURES = new MoneyLexer();

    private CsvCells() {}

    /** As labels and headings are compared. */
    static String label(String cell) {
        var words = BLANKS.matcher(cell.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
    }

    static Optional<Money> money(String cell) {
        if (cell.length() > LONGEST || !FIGURE.matcher(cell).matches()) {
            return Optional.empty();
        }
        var found = FIGURES.find(line(cell));
        return found.size() == 1 ? Optional.of(signed(found.getFirst())) : Optional.empty();
    }

    private static Money signed(MoneyToken token) {
        return switch (token.mark()) {
            case NONE -> token.signed();
            case CREDIT -> token.magnitude();
            case DEBIT -> token.magnitude().negated();
        };
    }

    /** A date with its year and perhaps a time of day. */
    static Optional<DateToken> date(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return Optional.empty();
        }
        return DATES.find(line(cell)).stream()
                .filter(DateToken::hasYear)
                .filter(date -> cell.startsWith(date.text()))
                .filter(date -> TIME.matcher(cell.substring(date.text().length())).matches())
                .findFirst();
    }

    /** The day, where numbers alone do not tell their order by the file's. */
    static Optional<LocalDate> day(DateToken date, boolean monthFirst) {
        boolean swapped = monthFirst && date.form() == DateToken.Form.NUMERIC;
        int year = date.third() < 100 ? 2000 + date.third() : date.third();
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            year,
                            swapped ? date.first() : date.second(),
                            swapped ? date.second() : date.first()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** Numbers that only make sense with the month first. */
    static boolean isMonthFirst(DateToken date) {
        return date.form() == DateToken.Form.NUMERIC && date.second() > 12;
    }

    private static LineText line(String cell) {
        return LineText.of(List.of(new Word(cell, NOWHERE, 1)));
    }
}
