package za.co.spikedata.statements;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import za.co.spikedata.engine.model.Money;

/** Amounts and dates as South Africans read them: {@code 1 204.33}, {@code 3 Mar 2026}. */
final class Figures {
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char MINUS = '\u2212';

    private Figures() {}

    static String money(Money money) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setMinusSign(MINUS);
        return new DecimalFormat("#,##0.00#", symbols).format(money.decimal());
    }

    static String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(date);
    }

    /** Such as {@code 1.2 MB}. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1 << 20
                ? "%d kB".formatted(bytes >> 10)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
