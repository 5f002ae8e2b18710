package za.co.spikedata.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as people read and write them. */
final class Moments {
    private static final ZoneId HOME = ZoneId.of("Africa/Johannesburg");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(HOME);

    private Moments() {}

    static String text(Instant moment) {
        return WHEN.format(moment);
    }

    /** When a day begins; empty for what is no day. */
    static Optional<Instant> startOf(String day) {
        try {
            return Optional.of(LocalDate.parse(day).atStartOfDay(HOME).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The first moment after a day; empty for what is no day. */
    static Optional<Instant> endOf(String day) {
        try {
            return Optional.of(LocalDate.parse(day).plusDays(1).atStartOfDay(HOME).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
