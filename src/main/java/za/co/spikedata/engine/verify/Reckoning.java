package za.co.spikedata.engine.verify;

import java.time.LocalDate;
import java.util.stream.Stream;

/** How a paper counts years, months and days; one way throughout a statement. */
enum Reckoning {
    COMMON,
    BUDDHIST,
    PERSIAN;

    /** A day as it is printed. */
    record Numbers(int year, int month, int day) {}

    /** Persian years begin in March, on the day before this one or on it. */
    private static final int NEW_YEAR = 21;

    private static final int BUDDHIST_YEARS = 543;
    private static final int PERSIAN_YEARS = 621;

    /** Our years in which the rule of 33 years finds each Persian new year. */
    private static final int RULE_FROM = 1800;

    private static final int RULE_TO = 2250;
    private static final int LONG_MONTHS = 6;
    private static final int LONG_MONTH = 31;
    private static final int MONTH = 30;

    Numbers of(LocalDate day) {
        return switch (this) {
            case COMMON -> new Numbers(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case BUDDHIST ->
                    new Numbers(
                            day.getYear() + BUDDHIST_YEARS,
                            day.getMonthValue(),
                            day.getDayOfMonth());
            case PERSIAN -> isRuled(day.getYear()) ? persian(day) : COMMON.of(day);
        };
    }

    /** The reckoning in which a statement's day is of that printed year, or the common one. */
    static Reckoning of(int printedYear, LocalDate day) {
        return Stream.of(COMMON, BUDDHIST, PERSIAN)
                .filter(each -> each.of(day).year() == printedYear)
                .findFirst()
                .orElse(COMMON);
    }

    private static boolean isRuled(int year) {
        return year >= RULE_FROM && year <= RULE_TO;
    }

    private static Numbers persian(LocalDate day) {
        LocalDate start = persianNewYear(day.getYear());
        LocalDate from = day.isBefore(start) ? persianNewYear(day.getYear() - 1) : start;
        int gone = (int) (day.toEpochDay() - from.toEpochDay());
        int year = from.getYear() - PERSIAN_YEARS;
        int ofLong = LONG_MONTHS * LONG_MONTH;
        return gone < ofLong
                ? new Numbers(year, gone / LONG_MONTH + 1, gone % LONG_MONTH + 1)
                : new Numbers(
                        year,
                        (gone - ofLong) / MONTH + LONG_MONTHS + 1,
                        (gone - ofLong) % MONTH + 1);
    }

    /** It moves back a day after a leap year of ours, and forth after one of theirs. */
    private static LocalDate persianNewYear(int year) {
        int persian = year - PERSIAN_YEARS;
        int ours = Math.floorDiv(year, 4) - 1996 / 4;
        int theirs = 0;
        for (int each = 1375; each < persian; each++) {
            theirs += (each + 12) % 33 % 4 == 1 ? 1 : 0;
        }
        for (int each = persian; each < 1375; each++) {
            theirs -= (each + 12) % 33 % 4 == 1 ? 1 : 0;
        }
        return LocalDate.of(year, 3, NEW_YEAR - 1 - ours + theirs);
    }
}
