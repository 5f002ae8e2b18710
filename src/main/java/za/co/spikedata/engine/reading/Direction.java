package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.RowLine;

/** Which way days run down the paper. */
public enum Direction {
    RISING,
    FALLING,
    /** All one day, to and fro, or dates that can be read either way. */
    UNTOLD;

    private static final double DAYS_OF_A_YEAR = 365.25;

    public static Direction of(List<LocalDate> days) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < days.size(); i++) {
            rises |= days.get(i).isAfter(days.get(i - 1));
            falls |= days.get(i).isBefore(days.get(i - 1));
        }
        return rises == falls ? UNTOLD : rises ? RISING : FALLING;
    }

    /** As every order of a date's parts tells it that gives each row a day. */
    static Direction ofRows(List<RowLine> rows) {
        List<DateToken> dates = turns(rows);
        List<Direction> told =
                Stream.of(DateOrder.values())
                        .flatMap(order -> of(dates, order).stream())
                        .distinct()
                        .toList();
        return told.size() == 1 ? told.getFirst() : UNTOLD;
    }

    /** The rows' dates, each that says what the one before it does left out. */
    private static List<DateToken> turns(List<RowLine> rows) {
        var dates = new ArrayList<DateToken>();
        for (RowLine row : rows) {
            if (row.date().isPresent()
                    && (dates.isEmpty() || !row.date().get().saysSameAs(dates.getLast()))) {
                dates.add(row.date().get());
            }
        }
        return dates;
    }

    private static Optional<Direction> of(List<DateToken> dates, DateOrder order) {
        var days = new ArrayList<LocalDate>();
        for (DateToken date : dates) {
            Optional<LocalDate> day = order.read(date, Era.COMMON, DateOrder.SOME_LEAP_YEAR);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            boolean turns = !date.hasYear() && !days.isEmpty();
            days.add(turns ? near(days.getLast(), day.get()) : day.get());
        }
        return Optional.of(of(days));
    }

    /** The same day of the year that lies nearest to another day. */
    private static LocalDate near(LocalDate last, LocalDate day) {
        long years = Math.round((last.toEpochDay() - day.toEpochDay()) / DAYS_OF_A_YEAR);
        return day.plusYears(years);
    }

    /** Rows listed so would have their days run backwards. */
    public boolean speaksAgainst(boolean newestFirst) {
        return switch (this) {
            case RISING -> newestFirst;
            case FALLING -> !newestFirst;
            case UNTOLD -> false;
        };
    }
}
