package za.co.spikedata.engine.reading;

import java.time.LocalDate;
import java.util.Optional;
import za.co.spikedata.engine.table.DateToken;

/** The order of day, month and year in dates made of numbers. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST;

    /** Any day is possible in it. */
    static final int SOME_LEAP_YEAR = 2024;

    /**
     * The date, its year taken from the token or else the one given; nothing if there is no such
     * day, or not in the era.
     *
     * @param year in the common era, -1 if none is known; tells nothing of months of another
     */
    Optional<LocalDate> read(DateToken token, Era era, int year) {
        if (token.hasYear()) {
            return era.day(year(token), month(token), day(token));
        }
        return year < 0 || era == Era.PERSIAN
                ? Optional.empty()
                : Era.COMMON.day(year, month(token), day(token));
    }

    boolean isPossible(DateToken token, Era era) {
        return read(token, era, SOME_LEAP_YEAR).isPresent();
    }

    /** The year as printed, of two digits or four; -1 when the token prints none. */
    int year(DateToken token) {
        if (token.third() < 0) {
            return -1;
        }
        return token.form() == DateToken.Form.NUMERIC && this == YEAR_FIRST
                ? token.first()
                : token.third();
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
