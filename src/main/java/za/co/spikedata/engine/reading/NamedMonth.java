package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.DateLexer;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.LineText;
import za.co.spikedata.engine.table.TokenLine;

/** The month a paper names as all its time, as in "Period: March 2024". */
final class NamedMonth {
    private NamedMonth() {}

    /** The only month with a year that stands between no rows; nothing where there are several. */
    static Optional<Period> of(List<TokenLine> lines) {
        List<Period> named =
                lines.stream()
                        .filter(line -> !line.isRow() && line.dates().isEmpty())
                        .flatMap(line -> in(line.words()))
                        .distinct()
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static Stream<Period> in(List<Word> words) {
        return IntStream.range(1, words.size())
                .filter(i -> isYear(words.get(i).text()))
                .mapToObj(i -> firstDay(words.get(i - 1), words.get(i)))
                .flatMap(Optional::stream)
                .map(first -> new Period(first, YearMonth.from(first).atEndOfMonth()));
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
