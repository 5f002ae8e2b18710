package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.DateLexer;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.LineText;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;

/** The month a paper says its period is, as in "Period: March 2024". */
final class NamedMonth {
    /** In font sizes; what stands further apart is another column of text. */
    private static final double WIDE_GAP = 1.5;

    /** What stands before the month, as letters alone. */
    private static final Set<String> LABELS =
            Set.of(
                    "period",
                    "forperiod",
                    "statementperiod",
                    "statementforperiod",
                    "statementmonth",
                    "statement",
                    "statementfor",
                    "bankstatement",
                    "accountstatement",
                    "staat",
                    "staatvir",
                    "rekeningstaat",
                    "periode",
                    "periodo",
                    "periodelaporan",
                    "tydperk",
                    "staattydperk",
                    "zeitraum",
                    "abrechnungszeitraum");

    private NamedMonth() {}

    /**
     * The only month with a year that is labelled so; nothing where there are several.
     *
     * @param lines above the rows
     */
    static Optional<Period> of(List<TokenLine> lines) {
        List<Period> named =
                lines.stream()
                        .filter(line -> !line.isRow() && line.dates().isEmpty())
                        .flatMap(NamedMonth::in)
                        .distinct()
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /**
     * The calendar with a month as its period, if in only one order all days are of that.
     *
     * @param booked the rows' dates, which have no year
     */
    static Optional<Calendar> only(Period month, Calendar calendar, List<DateToken> booked) {
        List<DateOrder> orders =
                calendar.told() ? List.of(calendar.order()) : List.of(DateOrder.values());
        List<DateOrder> fitting =
                orders.stream().filter(order -> areIn(month, order, booked)).toList();
        return fitting.size() == 1
                ? Optional.of(
                        new Calendar(
                                fitting.getFirst(),
                                calendar.era(),
                                Optional.of(month),
                                calendar.latest(),
                                calendar.turned(),
                                true))
                : Optional.empty();
    }

    private static boolean areIn(Period month, DateOrder order, List<DateToken> booked) {
        return booked.stream()
                .allMatch(date ->
                        order.read(date, Era.COMMON, month.from().getYear())
                                .filter(month::contains)
                                .isPresent());
    }

    private static Stream<Period> in(TokenLine line) {
        List<Word> words = line.words();
        return IntStream.range(1, words.size())
                .filter(i -> isYear(words.get(i).text()))
                .filter(i -> LABELS.contains(label(words, i - 2)))
                .mapToObj(i -> firstDay(words.get(i - 1), words.get(i)))
                .flatMap(Optional::stream)
                .map(first -> new Period(first, YearMonth.from(first).atEndOfMonth()));
    }

    /** The letters that end with a word, back to where another column of text ends. */
    private static String label(List<Word> words, int last) {
        String label = "";
        for (int i = last; i >= 0; i--) {
            Word word = words.get(i);
            double gap = words.get(i + 1).box().left() - word.box().right();
            if (gap > WIDE_GAP * word.size() && !label.isEmpty()) {
                break;
            }
            label = Vocabulary.letters(word.text()) + label;
        }
        return label;
    }

    private static boolean isYear(String text) {
        return text.length() == 4
                && (text.startsWith("19") || text.startsWith("20"))
                && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static Optional<LocalDate> firstDay(Word month, Word year) {
        var first = new Word("1" + month.text() + year.text(), year.box(), year.size());
        return new DateLexer()
                .find(LineText.of(List.of(first))).stream()
                        .filter(date -> date.form() == DateToken.Form.NAMED && date.hasYear())
                        .findFirst()
                        .flatMap(date -> DateOrder.DAY_FIRST.read(date, Era.COMMON, -1));
    }
}
