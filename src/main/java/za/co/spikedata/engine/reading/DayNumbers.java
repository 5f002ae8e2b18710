package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Dates of which a table prints no more than the day, below a heading that says so. The paper's
 * period tells their month when it is no longer than a month, so that it has each day once.
 */
public final class DayNumbers {
    private static final Pattern TITLE = Pattern.compile("day|dag", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("0?[1-9]|[12]\\d|3[01]");

    private static final double SNAP_POINTS = 15;

    private DayNumbers() {}

    /** The lines, with the month and year of every day that is printed alone. */
    public static List<TokenLine> dated(List<TokenLine> lines) {
        if (lines.stream().noneMatch(DayNumbers::isHeading)) {
            return lines;
        }
        return period(lines).map(period -> dated(lines, period)).orElse(lines);
    }

    private static List<TokenLine> dated(List<TokenLine> lines, Period period) {
        var dated = new ArrayList<TokenLine>(lines.size());
        Optional<Word> heading = Optional.empty();
        for (TokenLine line : lines) {
            if (Header.of(line).filter(Header::opensTable).isPresent()) {
                heading = isHeading(line) ? Optional.of(first(line)) : Optional.empty();
            }
            dated.add(
                    heading.filter(above -> isBelow(above, first(line)))
                            .flatMap(_ -> day(first(line), period))
                            .map(day -> saying(line, day))
                            .orElse(line));
        }
        return dated;
    }

    private static boolean isHeading(TokenLine line) {
        return TITLE.matcher(first(line).text()).matches()
                && Header.of(line).filter(Header::opensTable).isPresent();
    }

    private static Word first(TokenLine line) {
        return line.words().getFirst();
    }

    private static boolean isBelow(Word heading, Word word) {
        return DAY.matcher(word.text()).matches()
                && Math.abs(word.box().left() - heading.box().left()) < SNAP_POINTS;
    }

    private static Optional<LocalDate> day(Word word, Period period) {
        int day = Integer.parseInt(word.text());
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(each -> each.getDayOfMonth() == day)
                .findFirst();
    }

    private static TokenLine saying(TokenLine line, LocalDate day) {
        var texts = new ArrayList<>(line.words().stream().map(Word::text).toList());
        texts.set(0, day.toString());
        return line.saying(texts);
    }

    /** The only period the paper prints, in whatever order, if it holds no day number twice. */
    private static Optional<Period> period(List<TokenLine> lines) {
        List<Period> printed =
                Periods.of(lines).stream()
                        .flatMap(each ->
                                Arrays.stream(DateOrder.values())
                                        .flatMap(order -> Calendar.period(order, each).stream()))
                        .filter(DayNumbers::isMonth)
                        .distinct()
                        .toList();
        return printed.isEmpty()
                ? NamedMonth.of(lines)
                : Optional.of(printed.getFirst()).filter(_ -> printed.size() == 1);
    }

    private static boolean isMonth(Period period) {
        return period.to().isBefore(period.from().plusMonths(1));
    }
}
