package za.co.spikedata.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import za.co.spikedata.tenancy.Dates;

/** Moments as people read and write them. */
final class Moments {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** Java knows days that no database keeps. */
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Moments() {}

    static String text(Instant moment) {
        return Dates.second(moment);
    }

    /** When a day begins; empty for what is no day of ours. */
    static Optional<Instant> startOf(String day) {
        return day(day).map(Moments::begin);
    }

    /** The first moment after a day; empty for what is no day of ours. */
    static Optional<Instant> endOf(String day) {
        return day(day).map(last -> begin(last.plusDays(1)));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Dates.HOME).toInstant();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
