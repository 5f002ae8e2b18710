package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.TokenLine;

/**
 * How one statement's dates are to be read. A numeric date two orders fit is read in the order
 * under which all dates are possible, run one way, and lie closest together.
 *
 * @param era of every year that is printed
 * @param period the days the paper says it covers, if it does
 * @param latest the latest date printed in full, to place days without a year by
 * @param turned six bare digits begin with the day, and not with the year
 */
public record Calendar(
        DateOrder order,
        Era era,
        Optional<Period> period,
        Optional<LocalDate> latest,
        boolean turned) {
    /** A row may be booked this long outside the printed period, in days. */
    private static final int SLACK_DAYS = 45;

    /**
     * The calendar of the lines that belong to a statement.
     *
     * @param booked the rows' dates in printed order
     */
    public static Calendar of(List<TokenLine> lines, List<DateToken> booked) {
        List<Periods.Printed> periods = Periods.of(lines);
        var all = new ArrayList<DateToken>(booked);
        all.addAll(ends(periods));
        boolean oneOrder = all.stream().noneMatch(date -> date.form() == DateToken.Form.NUMERIC);
        List<DateOrder> orders =
                oneOrder ? List.of(DateOrder.DAY_FIRST) : List.of(DateOrder.values());
        List<Boolean> turns =
                booked.stream().anyMatch(DateToken::isSixDigits)
                        ? List.of(false, true)
                        : List.of(false);
        if (orders.size() * turns.size() == 1) {
            return with(DateOrder.DAY_FIRST, false, lines, booked, periods);
        }
        return orders.stream()
                .flatMap(order ->
                        turns.stream().map(turn -> with(order, turn, lines, booked, periods)))
                .min(Comparator.comparingDouble(calendar -> calendar.cost(booked, all)))
                .orElseThrow();
    }

    /** The day a token means; absent when the paper prints no year that can be told for it. */
    public Optional<LocalDate> day(DateToken printed, int yearAbove) {
        DateToken token = turned && printed.isSixDigits() ? printed.turned() : printed;
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

    private long daysOutside(LocalDate day) {
        Period known = period.orElseThrow();
        if (known.contains(day)) {
            return 0;
        }
        return day.isBefore(known.from())
                ? known.from().toEpochDay() - day.toEpochDay()
                : day.toEpochDay() - known.to().toEpochDay();
    }

    private double cost(List<DateToken> booked, List<DateToken> all) {
        long impossible = all.stream().filter(token -> !order.isPossible(token, era)).count();
        List<LocalDate> days =
                booked.stream()
                        .map(token ->
                                day(token, period.isPresent() ? -1 : DateOrder.SOME_LEAP_YEAR))
                        .flatMap(Optional::stream)
                        .toList();
        int up = 0;
        int down = 0;
        for (int i = 1; i < days.size(); i++) {
            up += days.get(i).isBefore(days.get(i - 1)) ? 1 : 0;
            down += days.get(i).isAfter(days.get(i - 1)) ? 1 : 0;
        }
        long outside =
                period.isEmpty()
                        ? 0
                        : days.stream().filter(day -> daysOutside(day) > SLACK_DAYS).count();
        long first = days.stream().mapToLong(LocalDate::toEpochDay).min().orElse(0);
        long last = days.stream().mapToLong(LocalDate::toEpochDay).max().orElse(0);
        return impossible * 1e6
                + outside * 1e4
                + Math.min(up, down) * 1e3
                + Math.min(last - first, 900)
                + order.ordinal() * 0.1
                + (turned ? 0.05 : 0);
    }

    private static Calendar with(
            DateOrder order,
            boolean turned,
            List<TokenLine> lines,
            List<DateToken> booked,
            List<Periods.Printed> periods) {
        Era era =
                Era.of(order, booked)
                        .or(() -> Era.of(order, ends(periods)))
                        .or(() -> Era.of(order, full(lines)))
                        .orElse(Era.COMMON);
        Optional<Period> period =
                periods.stream()
                        .map(printed -> period(order, era, printed))
                        .flatMap(Optional::stream)
                        .findFirst();
        return new Calendar(order, era, period, latest(order, era, lines), turned);
    }

    private static List<DateToken> ends(List<Periods.Printed> periods) {
        return periods.stream().flatMap(each -> Stream.of(each.from(), each.to())).toList();
    }

    private static List<DateToken> full(List<TokenLine> lines) {
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

    private static Optional<LocalDate> latest(DateOrder order, Era era, List<TokenLine> lines) {
        Optional<LocalDate> latest = Optional.empty();
        DateToken before = null;
        for (DateToken token : full(lines)) {
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
