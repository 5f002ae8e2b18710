package za.co.spikedata.engine.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import za.co.spikedata.engine.table.DateToken;

/**
 * What a paper counts its years from; all dates of one statement count from the same. Years of
 * other calendars, such as 1445 of the moon's, are of no era here and no date is read from them.
 */
enum Era {
    COMMON(0),
    /** Counted from the Buddha's death. */
    BUDDHIST(543),
    /** Of Iran and Afghanistan; its months are its own and begin with the year, in March. */
    PERSIAN(-621);

    /** Statements are of years from this to {@link #LATEST}, in the common era. */
    private static final int EARLIEST = 1950;

    private static final int LATEST = 2060;
    private static final int CENTURY = 100;

    private static final LocalDate PERSIAN_1300 = LocalDate.of(1921, 3, 21);
    private static final int PERSIAN_CYCLE = 33;
    private static final int[] PERSIAN_LEAPS = {1, 5, 9, 13, 17, 22, 26, 30};

    private final int ahead;

    Era(int ahead) {
        this.ahead = ahead;
    }

    /**
     * The day; nothing if there is no such day, or not in this era.
     *
     * @param year as printed; two digits are of this century, but for Persian years
     */
    Optional<LocalDate> day(int year, int month, int day) {
        int full = year < CENTURY ? Math.floorDiv(2000 + ahead, CENTURY) * CENTURY + year : year;
        boolean told = year >= CENTURY || this != PERSIAN;
        if (!told || !isOf(full) || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        if (this == PERSIAN) {
            return day > persianDays(full, month)
                    ? Optional.empty()
                    : Optional.of(persian(full, month, day));
        }
        try {
            return Optional.of(LocalDate.of(full - ahead, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether a statement of this era prints the year. */
    private boolean isOf(int year) {
        return year - ahead >= EARLIEST && year - ahead <= LATEST;
    }

    private static boolean isPersianLeap(int year) {
        return Arrays.binarySearch(PERSIAN_LEAPS, year % PERSIAN_CYCLE) >= 0;
    }

    private static int persianDays(int year, int month) {
        return month <= 6 ? 31 : month < 12 || isPersianLeap(year) ? 30 : 29;
    }

    private static LocalDate persian(int year, int month, int day) {
        long days = day - 1L;
        for (int each = 1300; each < year; each++) {
            days += isPersianLeap(each) ? 366 : 365;
        }
        for (int each = 1; each < month; each++) {
            days += persianDays(year, each);
        }
        return PERSIAN_1300.plusDays(days);
    }

    /** The era of most dates whose year is printed in full; nothing when there is none. */
    static Optional<Era> of(DateOrder order, Collection<DateToken> dates) {
        Era[] eras = values();
        int[] counts = new int[eras.length];
        for (DateToken date : dates) {
            int printed = order.year(date);
            for (Era era : eras) {
                counts[era.ordinal()] += printed >= CENTURY && era.isOf(printed) ? 1 : 0;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return counts[most] == 0 ? Optional.empty() : Optional.of(eras[most]);
    }
}
