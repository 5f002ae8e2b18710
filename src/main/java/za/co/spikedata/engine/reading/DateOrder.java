package za.co.spikedata.engine.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import za.co.spikedata.engine.table.DateToken;

/** The order of day, month and year in dates made of numbers. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST;

    /** Later years are counted from the Buddha's, not from Christ's. */
    private static final int LATEST_YEAR = 2400;

    private static final int BUDDHIST_YEARS = 543;

    /**
     * The date, its year taken from the token or else the one given; nothing if there is no such
     * day.
     */
    Optional<LocalDate> read(DateToken token, int year) {
        int day = day(token);
        int month = month(token);
        int printed = year(token);
        int known = printed >= 0 ? printed : year;
        if (known < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(known, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    boolean isPossible(DateToken token) {
        return read(token, 2024).isPresent();
    }

    /** -1 when the token prints none. */
    int year(DateToken token) {
        if (token.third() < 0) {
            return -1;
        }
        int year =
                token.form() == DateToken.Form.NUMERIC && this == YEAR_FIRST
                        ? token.first()
                        : token.third();
        return year < 100 ? 2000 + year : year > LATEST_YEAR ? year - BUDDHIST_YEARS : year;
    }

    private int day(DateToken token) {
        if (token.form() != DateToken.Form.NUMERIC) {
            return token.first();
        }
        return switch (this) {
            case DAY_FIRST -> token.first();
            case MONTH_FIRST -> token.second();
            case YEAR_FIRST -> token.third() < 0 ? token.second() : token.third();
        };
    }

    private int month(DateToken token) {
        if (token.form() != DateToken.Form.NUMERIC) {
            return token.second();
        }
        return switch (this) {
            case DAY_FIRST -> token.second();
            case MONTH_FIRST -> token.first();
            case YEAR_FIRST -> token.third() < 0 ? token.first() : token.second();
        };
    }
}
