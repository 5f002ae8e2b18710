package za.co.spikedata.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import za.co.spikedata.tenancy.Dates;

/** Moments as people read and write them. */
final class Moments {
    private Moments() {}

    static String text(Instant moment) {
        return Dates.second(moment);
    }

    /** When a day begins; empty for what is no day. */
    static Optional<Instant> startOf(String day) {
        try {
            return Optional.of(LocalDate.parse(day).atStartOfDay(Dates.HOME).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The first moment after a day; empty for what is no day. */
    static Optional<Instant> endOf(String day) {
        try {
            return Optional.of(
                    LocalDate.parse(day).plusDays(1).atStartOfDay(Dates.HOME).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
