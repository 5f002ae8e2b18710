package za.co.spikedata.engine.reading;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import za.co.spikedata.engine.table.DateToken;

/**
 * What a paper counts its years from; all dates of one statement count from the same. Years of
 * other calendars, such as 1445 of the Hijra, are of no era here and no date is read from them.
 */
enum Era {
    COMMON(0, 2000),
    /** Counted from the Buddha's death. */
    BUDDHIST(543, 2500);

    /** Statements are of years from this to {@link #LATEST}, in the common era. */
    private static final int EARLIEST = 1950;

    private static final int LATEST = 2060;
    private static final int CENTURY = 100;

    private final int ahead;
    private final int century;

    Era(int ahead, int century) {
        this.ahead = ahead;
        this.century = century;
    }

    /**
     * The common year of a printed one, or -1 when no statement of this era prints it.
     *
     * @param printed two digits are of this century
     */
    int year(int printed) {
        int year = (printed < CENTURY ? century + printed : printed) - ahead;
        return printed >= 0 && year >= EARLIEST && year <= LATEST ? year : -1;
    }

    /** The era of most dates whose year is printed in full; nothing when there is none. */
    static Optional<Era> of(DateOrder order, Collection<DateToken> dates) {
        long common = COMMON.count(order, dates);
        long buddhist = BUDDHIST.count(order, dates);
        if (common + buddhist == 0) {
            return Optional.empty();
        }
        return Optional.of(buddhist > common ? BUDDHIST : COMMON);
    }

    private long count(DateOrder order, Collection<DateToken> dates) {
        return dates.stream()
                .mapToInt(order::year)
                .filter(printed -> printed >= CENTURY && year(printed) >= 0)
                .count();
    }

    /** The first of the groups that tells; the common era when none does. */
    static Era told(DateOrder order, Stream<? extends Collection<DateToken>> groups) {
        return groups.map(dates -> of(order, dates))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(COMMON);
    }
}
