package za.co.spikedata.operations;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import za.co.spikedata.tally.Counted;
import za.co.spikedata.tally.Figure;
import za.co.spikedata.tenancy.Dates;

/** Numbers of a tenant as people read them. */
final class FigureText {
    /** Stands for what there is none of. */
    static final String NONE = "–";

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final double THOUSAND = 1000;
    private static final double TENTHS = 10;

    private FigureText() {}

    static String of(Counted counted, Figure figure) {
        long number = counted.of(figure);
        return switch (figure) {
            case PEOPLE,
                    DOCUMENTS,
                    PROVEN,
                    UNPROVEN,
                    CONTRADICTED,
                    REFUSED,
                    FAILED,
                    WAITING,
                    REQUESTS,
                    MAILS_FAILED,
                    HOSTS_TROUBLED ->
                    number().format(number);
            case NOT_PROVEN -> share(number, ended(counted));
            case REQUESTS_FAILED -> share(number, counted.of(Figure.REQUESTS));
            case CREDITS -> tenths(number);
            case LAST_ACTIVITY ->
                    number == 0
                            ? NONE
                            : Dates.day(
                                    LocalDate.ofInstant(Instant.ofEpochSecond(number), Dates.HOME));
        };
    }

    private static long ended(Counted counted) {
        return counted.of(Figure.DOCUMENTS) - counted.of(Figure.WAITING);
    }

    private static String share(long perThousand, long all) {
        if (all <= 0) {
            return NONE;
        }
        var format = NumberFormat.getPercentInstance(Dates.language());
        format.setMaximumFractionDigits(1);
        return format.format(perThousand / THOUSAND);
    }

    private static String tenths(long tenths) {
        return number().format(tenths / TENTHS);
    }

    /** Thousands stand apart in all languages of South Africa. */
    private static DecimalFormat number() {
        var symbols = DecimalFormatSymbols.getInstance(Dates.language());
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat("#,##0.#", symbols);
    }
}
