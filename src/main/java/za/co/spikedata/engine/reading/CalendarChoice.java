package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * Chooses among the calendars a statement's dates fit: all dates are possible, in the period
 * printed and run one way. Then the custom of the paper's country tells day from month, and then
 * how close together the dates lie and to others of the paper. Closeness alone does not speak
 * against a custom, and nothing else tells a day from a year.
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
    private final List<DateToken> full;
    private final Supplier<Custom> custom;

    /** As {@code full}, but of the lines that are no rows. */
    private final List<DateToken> around;

    /**
     * @param booked the rows' dates in printed order
     * @param all these, and the ends of periods
     * @param full what {@link Calendar#full} answers for the lines
     * @param custom of the lines, asked only where it matters
     */
    CalendarChoice(
            List<DateToken> booked,
            List<DateToken> all,
            List<DateToken> full,
            List<TokenLine> lines,
            Supplier<Custom> custom) {
        this.booked = booked;
        this.all = all;
        this.full = full;
        this.custom = custom;
        this.around = Calendar.full(lines.stream().filter(line -> !line.isRow()).toList());
    }

    /** The calendar of the dates; one that tells no day when the paper leaves it open. */
    Calendar of(List<Calendar> calendars) {
        List<Calendar> left = least(calendars, this::cost);
        left = least(left, calendar -> calendar.period().isPresent() ? 0 : 1);
        left = least(left, calendar -> impossible(calendar, full));
        boolean monthOrDay =
                left.stream().anyMatch(each -> each.order() == DateOrder.DAY_FIRST)
                        && left.stream().anyMatch(each -> each.order() == DateOrder.MONTH_FIRST);
        return monthOrDay ? customary(left) : only(nearest(left));
    }

    private Calendar customary(List<Calendar> left) {
        return switch (custom.get()) {
            case DAY_FIRST -> only(nearest(but(DateOrder.MONTH_FIRST, left)));
            case MONTH_FIRST -> only(nearest(but(DateOrder.DAY_FIRST, left)));
            case MOSTLY_DAY_FIRST -> mostly(left);
            case EITHER -> only(nearest(left));
        };
    }

    /**
     * Day first, unless other dates of the paper are nearer to the other days; open where what was
     * chosen so lies much further apart than what was not.
     */
    private Calendar mostly(List<Calendar> left) {
        List<Calendar> near = least(left, this::distance);
        Calendar chosen = only(nearest(but(DateOrder.MONTH_FIRST, near)));
        Calendar other =
                chosen.order() == DateOrder.DAY_FIRST
                        ? only(nearest(but(DateOrder.DAY_FIRST, near)))
                        : only(nearest(but(DateOrder.MONTH_FIRST, left)));
        boolean open = span(other) * MUCH_CLOSER + WEEK < span(chosen);
        return open ? chosen.untold() : chosen;
    }

    /** Those that read other days than the calendars of an order, if any does. */
    private List<Calendar> but(DateOrder order, List<Calendar> calendars) {
        List<List<LocalDate>> no =
                calendars.stream().filter(each -> each.order() == order).map(this::days).toList();
        List<Calendar> others =
                calendars.stream().filter(each -> !no.contains(days(each))).toList();
        return others.isEmpty() ? calendars : others;
    }

    private List<Calendar> nearest(List<Calendar> calendars) {
        return least(calendars, each -> span(each) / FAR_DAYS + distance(each));
    }

    /** The first, told if all others read the same days. */
    private Calendar only(List<Calendar> calendars) {
        Calendar first = calendars.getFirst();
        boolean told = calendars.stream().allMatch(each -> days(each).equals(days(first)));
        return told ? first : first.untold();
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
                + Math.min(up, down) * 1_000L;
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
        var near = new TreeSet<LocalDate>();
        for (DateToken token : around) {
            calendar.day(token, -1).ifPresent(near::add);
        }
        long least = Long.MAX_VALUE;
        for (LocalDate day : Set.copyOf(days(calendar))) {
            for (LocalDate each : Arrays.asList(near.floor(day), near.ceiling(day))) {
                if (each != null) {
                    least = Math.min(least, Math.abs(ChronoUnit.DAYS.between(day, each)));
                }
            }
        }
        return near.isEmpty() ? 0 : least / FAR_DAYS;
    }

    private List<LocalDate> days(Calendar calendar) {
        int year = calendar.period().isPresent() ? -1 : DateOrder.SOME_LEAP_YEAR;
        return booked.stream()
                .map(token -> calendar.day(token, year))
                .flatMap(Optional::stream)
                .toList();
    }
}
