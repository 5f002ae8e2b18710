package za.co.spikedata.statements;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.tenancy.Dates;

/**
 * Amounts and sizes as whoever looks at the page writes them: {@code 1 204.33}, in Afrikaans {@code
 * 1 204,33}. Thousands stand apart in all languages of South Africa.
 */
final class Figures {
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char MINUS = '\u2212';

    private Figures() {}

    static String money(Money money) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(decimalSign());
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setMinusSign(MINUS);
        return new DecimalFormat("#,##0.00#", symbols).format(money.decimal());
    }

    /** What someone typed of an amount, with the point that data has. */
    static String typed(String amount) {
        var figures = amount.replaceAll("[\\s\\u00A0]", "");
        return figures.replace(",", decimalSign() == ',' ? "." : "");
    }

    /** Such as {@code 1.2 MB}. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        if (bytes < 1 << 20) {
            return (bytes >> 10) + " kB";
        }
        var number = NumberFormat.getNumberInstance(Dates.language());
        number.setMinimumFractionDigits(1);
        number.setMaximumFractionDigits(1);
        return number.format(bytes / (double) (1 << 20)) + " MB";
    }

    private static char decimalSign() {
        return DecimalFormatSymbols.getInstance(Dates.language()).getDecimalSeparator();
    }
}
