package za.co.spikedata.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Days and moments in the words of whoever looks at the page, on the clock of South Africa. */
public final class Dates {
    /** The clock by which days begin and end. */
    public static final ZoneId HOME = ZoneId.of("Africa/Johannesburg");

    private Dates() {}

    /** Such as {@code 3 Mar 2026}. */
    public static String day(LocalDate date) {
        return formatter("d MMM uuuu").format(date);
    }

    /** Such as {@code 3 Mar 2026, 14:05}. */
    public static String minute(Instant moment) {
        return formatter("d MMM uuuu, HH:mm").withZone(HOME).format(moment);
    }

    /** Such as {@code 3 Mar 2026, 14:05:09}. */
    public static String second(Instant moment) {
        return formatter("d MMM uuuu, HH:mm:ss").withZone(HOME).format(moment);
    }

    /** Such as {@code 3 March 2026, 12:05 UTC}. */
    public static String universal(Instant moment) {
        return formatter("d MMMM uuuu, HH:mm 'UTC'").withZone(ZoneOffset.UTC).format(moment);
    }

    /** The reader's language without a country: short names of months are the same everywhere. */
    public static Locale language() {
        return Locale.of(LocaleContextHolder.getLocale().getLanguage());
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language());
    }
}
