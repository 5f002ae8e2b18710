package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * How one statement's dates are to be read.
 *
 * @param era of every year that is printed
 * @param period the days the paper says it covers, if it does
 * @param latest the latest date printed in full, to place days without a year by
 * @param turned six bare digits begin with the day, and not with the year
 * @param told the paper tells this calendar from others; if not, no day is read by it
 */
public record Calendar(
        DateOrder order,
        Era era,
        Optional<Period> period,
        Optional<LocalDate> latest,
        boolean turned,
        boolean told) {
    /** A row may be booked this long outside the printed period, in days. */
    private static final int SLACK_DAYS = 45;

    /**
     * The calendar of the lines that belong to a statement.
     *
     * @param booked the rows' dates in printed order
     */
    public static Calendar of(List<TokenLine> lines, List<DateToken> booked) {
        return of(lines, booked, () -> Custom.of(Custom.Signs.of(lines)));
    }

    /** As {@link #of(List, List)} of the preface and the lines. */
    public static Calendar of(Preface preface, List<TokenLine> lines, List<DateToken> booked) {
        List<TokenLine> all = Stream.concat(preface.lines().stream(), lines.stream()).toList();
        return of(all, booked, () -> Custom.of(preface.signs().and(Custom.Signs.of(lines))));
    }

    private static Calendar of(
            List<TokenLine> lines, List<DateToken> booked, Supplier<Custom> custom) {
        List<Periods.Printed> periods = Periods.of(lines);
        List<DateToken> full = full(lines);
        var all = new ArrayList<DateToken>(booked);
        all.addAll(ends(periods));
        boolean oneOrder = all.stream().noneMatch(date -> date.form() == DateToken.Form.NUMERIC);
        List<DateOrder> orders =
                oneOrder ? List.of(DateOrder.DAY_FIRST) : List.of(DateOrder.values());
        List<Boolean> turns =
                all.stream().anyMatch(DateToken::isSixDigits)
                        ? List.of(false, true)
                        : List.of(false);
        if (orders.size() * turns.size() == 1) {
            return with(DateOrder.DAY_FIRST, false, full, booked, periods);
        }
        List<Calendar> calendars =
                orders.stream()
                        .flatMap(order ->
                                turns.stream()
                                        .map(turn -> with(order, turn, full, booked, periods)))
                        .toList();
        return new CalendarChoice(booked, all, full, lines, custom).of(calendars);
    }

    /** The day a token means; absent when the paper prints no year that can be told for it. */
    public Optional<LocalDate> day(DateToken printed, int yearAbove) {
        if (!told) {
            return Optional.empty();
        }
        DateToken token = meant(printed, turned);
        if (token.hasYear() || yearAbove >= 0) {
            return order.read(token, era, yearAbove);
        }
        if (period.isPresent()) {
            return IntStream.rangeClosed(period.get().from().getYear(), period.get().to().getYear())
                    .mapToObj(year -> order.read(token, era, year))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(this::daysOutside))
                    .filter(day -> daysOutside(day) <= SLACK_DAYS * 2);
        }
        return latest.flatMap(end ->
                IntStream.of(end.getYear(), end.getYear() - 1)
                        .mapToObj(year -> order.read(token, era, year))
                        .flatMap(Optional::stream)
                        .filter(day -> !day.isAfter(end.plusDays(SLACK_DAYS)))
                        .findFirst());
    }

    /** The same calendar; days without a year are placed by the day the paper was issued. */
    public Calendar issuedOn(Optional<LocalDate> day) {
        return day.isEmpty() ? this : new Calendar(order, era, period, day, turned, told);
    }

    /** The same calendar for days with their year, which neither period nor latest date places. */
    public Calendar ofWholeDays() {
        return new Calendar(order, era, Optional.empty(), Optional.empty(), turned, told);
    }

    /**
     * The same calendar; where the paper tells no year otherwise, days are those of the one month
     * that it names as its period, if all are in that.
     *
     * @param head the lines above the rows
     */
    public Calendar inNamedMonth(List<TokenLine> head, List<DateToken> booked) {
        boolean isTold =
                period.isPresent()
                        || latest.isPresent()
                        || booked.stream().anyMatch(DateToken::hasYear);
        if (isTold) {
            return this;
        }
        return NamedMonth.of(head)
                .flatMap(month -> NamedMonth.only(month, this, booked))
                .orElse(this);
    }

    private long daysOutside(LocalDate day) {
        Period known = period.orElseThrow();
        if (known.contains(day)) {
            return 0;
        }
        return day.isBefore(known.from())
                ? known.from().toEpochDay() - day.toEpochDay()
                : day.toEpochDay() - known.to().toEpochDay();
    }

    boolean isOutside(LocalDate day) {
        return period.isPresent() && daysOutside(day) > SLACK_DAYS;
    }

    boolean isPossible(DateToken printed) {
        return order.isPossible(meant(printed, turned), era);
    }

    /** The same calendar, known to be one of several that the paper leaves open. */
    Calendar untold() {
        return new Calendar(order, era, period, latest, turned, false);
    }

    private static DateToken meant(DateToken printed, boolean turned) {
        return turned && printed.isSixDigits() ? printed.turned() : printed;
    }

    private static Calendar with(
            DateOrder order,
            boolean turned,
            List<DateToken> full,
            List<DateToken> booked,
            List<Periods.Printed> printed) {
        List<Periods.Printed> periods =
                printed.stream()
                        .map(each ->
                                new Periods.Printed(
                                        meant(each.from(), turned), meant(each.to(), turned)))
                        .toList();
        Era era =
                Era.of(order, booked)
                        .or(() -> Era.of(order, ends(periods)))
                        .or(() -> Era.of(order, full))
                        .orElse(Era.COMMON);
        Optional<Period> period =
                periods.stream()
                        .map(each -> period(order, era, each))
                        .flatMap(Optional::stream)
                        .findFirst();
        return new Calendar(order, era, period, latest(order, era, full), turned, true);
    }

    private static List<DateToken> ends(List<Periods.Printed> periods) {
        return periods.stream().flatMap(each -> Stream.of(each.from(), each.to())).toList();
    }

    /** Dates that are surely such, with their year. */
    static List<DateToken> full(List<TokenLine> lines) {
        var full = new ArrayList<DateToken>();
        for (TokenLine line : lines) {
            for (DateToken token : line.dates()) {
                if (!token.weak() && token.hasYear()) {
                    full.add(token);
                }
            }
        }
        return full;
    }

    private static Optional<LocalDate> latest(DateOrder order, Era era, List<DateToken> full) {
        Optional<LocalDate> latest = Optional.empty();
        DateToken before = null;
        for (DateToken token : full) {
            if (before != null && token.saysSameAs(before)) {
                continue;
            }
            before = token;
            Optional<LocalDate> day = order.read(token, era, -1);
            boolean later = latest.isEmpty() || day.isPresent() && day.get().isAfter(latest.get());
            latest = later ? day : latest;
        }
        return latest;
    }

    static Optional<Period> period(DateOrder order, Periods.Printed printed) {
        Era era = Era.of(order, ends(List.of(printed))).orElse(Era.COMMON);
        return period(order, era, printed);
    }

    private static Optional<Period> period(DateOrder order, Era era, Periods.Printed printed) {
        Optional<LocalDate> to = order.read(printed.to(), era, -1);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        return order.read(printed.from(), era, to.get().getYear())
                .map(from -> from.isAfter(to.get()) ? from.minusYears(1) : from)
                .filter(from -> !from.isAfter(to.get()))
                .filter(from -> from.isAfter(to.get().minusYears(3)))
                .map(from -> new Period(from, to.get()));
    }
}
