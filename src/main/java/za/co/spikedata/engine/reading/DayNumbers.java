package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.Header;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Dates of which a table prints no more than the day, below a heading that says so. The paper's
 * period tells their month when it is no longer than a month, so that it has each day once.
 */
public final class DayNumbers {
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
        String title = first(line).text();
        return (title.equalsIgnoreCase("day") || title.equalsIgnoreCase("dag"))
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

    /** The only period the paper prints, if no month it names is another's; else that month. */
    private static Optional<Period> period(List<TokenLine> lines) {
        Optional<Period> named = NamedMonth.of(lines);
        List<Set<Period>> printed =
                Periods.of(lines).stream().map(DayNumbers::months).distinct().toList();
        if (printed.isEmpty()) {
            return named;
        }
        return printed.size() == 1 && printed.getFirst().size() == 1
                ? printed.getFirst().stream()
                        .filter(period -> named.stream().allMatch(month -> meet(month, period)))
                        .findFirst()
                : Optional.empty();
    }

    /** The periods that two dates may mean, in whatever order, that hold no day number twice. */
    private static Set<Period> months(Periods.Printed printed) {
        return Arrays.stream(DateOrder.values())
                .flatMap(order -> Calendar.period(order, printed).stream())
                .filter(DayNumbers::isMonth)
                .collect(Collectors.toSet());
    }

    private static boolean meet(Period one, Period other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    private static boolean isMonth(Period period) {
        return period.to().isBefore(period.from().plusMonths(1));
    }
}
