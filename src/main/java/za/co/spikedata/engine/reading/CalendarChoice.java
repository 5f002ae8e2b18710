package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Chooses among the calendars a statement's dates fit: all dates are possible, run one way, lie
 * close together, in the period printed and near the other dates of the paper. Where that leaves
 * other days to choose from, the custom of the paper's country tells day from month; nothing tells
 * a day from a year.
 */
final class CalendarChoice {
    /** Papers cover about a month; days this far from each other are of different ones. */
    private static final int FAR_DAYS = 62;

    private static final int MOST_DAYS = 900;

    /** Days so many times closer together speak against a custom that is not known for sure. */
    private static final int MUCH_CLOSER = 4;

    private static final int WEEK = 7;

    private final List<DateToken> booked;
    private final List<DateToken> all;
    private final List<TokenLine> lines;

    /**
     * @param booked the rows' dates in printed order
     * @param all these, and the ends of periods
     */
    CalendarChoice(List<DateToken> booked, List<DateToken> all, List<TokenLine> lines) {
        this.booked = booked;
        this.all = all;
        this.lines = lines;
    }

    /** The calendar of the dates; one that tells no day when the paper leaves it open. */
    Calendar of(List<Calendar> calendars) {
        List<Calendar> left = least(calendars, this::cost);
        left = least(left, calendar -> calendar.period().isPresent() ? 0 : 1);
        left = least(left, calendar -> impossible(calendar, full(lines.stream())));
        left = least(left, this::distance);
        Calendar first = left.getFirst();
        List<Calendar> others =
                left.stream().filter(each -> !days(each).equals(days(first))).toList();
        if (others.isEmpty()) {
            return first;
        }
        Calendar other = others.getFirst();
        boolean monthOrDay =
                first.order() == DateOrder.DAY_FIRST
                        && other.order() == DateOrder.MONTH_FIRST
                        && others.stream().allMatch(each -> days(each).equals(days(other)));
        return monthOrDay ? customary(first, other) : first.untold();
    }

    private Calendar customary(Calendar dayFirst, Calendar monthFirst) {
        return switch (Custom.of(lines)) {
            case DAY_FIRST -> dayFirst;
            case MONTH_FIRST -> monthFirst;
            case MOSTLY_DAY_FIRST ->
                    span(monthFirst) * MUCH_CLOSER + WEEK < span(dayFirst)
                            ? dayFirst.untold()
                            : dayFirst;
            case EITHER -> dayFirst.untold();
        };
    }

    private static List<Calendar> least(List<Calendar> calendars, ToLongFunction<Calendar> cost) {
        if (calendars.size() == 1) {
            return calendars;
        }
        long[] costs = calendars.stream().mapToLong(cost).toArray();
        long least = LongStream.of(costs).min().orElseThrow();
        var left = new ArrayList<Calendar>();
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] == least) {
                left.add(calendars.get(i));
            }
        }
        return left;
    }

    private long cost(Calendar calendar) {
        List<LocalDate> days = days(calendar);
        int up = 0;
        int down = 0;
        for (int i = 1; i < days.size(); i++) {
            up += days.get(i).isBefore(days.get(i - 1)) ? 1 : 0;
            down += days.get(i).isAfter(days.get(i - 1)) ? 1 : 0;
        }
        long outside = days.stream().filter(calendar::isOutside).count();
        return impossible(calendar, all) * 1_000_000
                + outside * 10_000
                + Math.min(up, down) * 1_000L
                + span(calendar) / FAR_DAYS;
    }

    private static long impossible(Calendar calendar, List<DateToken> dates) {
        return dates.stream().filter(token -> !calendar.isPossible(token)).count();
    }

    /** Days from the first to the last, those of the period among them. */
    private long span(Calendar calendar) {
        List<Long> days =
                Stream.concat(
                                days(calendar).stream(),
                                calendar.period().stream().flatMap(CalendarChoice::ends))
                        .map(LocalDate::toEpochDay)
                        .toList();
        long first = days.stream().mapToLong(Long::longValue).min().orElse(0);
        long last = days.stream().mapToLong(Long::longValue).max().orElse(0);
        return Math.min(last - first, MOST_DAYS);
    }

    private static Stream<LocalDate> ends(Period period) {
        return Stream.of(period.from(), period.to());
    }

    /** From the rows to the nearest date around them, in two months. */
    private long distance(Calendar calendar) {
        List<LocalDate> around =
                full(lines.stream().filter(line -> !line.isRow())).stream()
                        .map(token -> calendar.day(token, -1))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return days(calendar).stream()
                        .distinct()
                        .flatMapToLong(day ->
                                around.stream()
                                        .mapToLong(each -> ChronoUnit.DAYS.between(day, each)))
                        .map(Math::abs)
                        .min()
                        .orElse(0)
                / FAR_DAYS;
    }

    /** Dates that are surely such, with their year. */
    private static List<DateToken> full(Stream<TokenLine> lines) {
        return lines.flatMap(line -> line.dates().stream())
                .filter(token -> !token.weak() && token.hasYear())
                .toList();
    }

    private List<LocalDate> days(Calendar calendar) {
        int year = calendar.period().isPresent() ? -1 : DateOrder.SOME_LEAP_YEAR;
        return booked.stream()
                .map(token -> calendar.day(token, year))
                .flatMap(Optional::stream)
                .toList();
    }
}
