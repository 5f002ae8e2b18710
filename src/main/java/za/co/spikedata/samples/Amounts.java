package za.co.spikedata.samples;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import za.co.spikedata.engine.model.Money;

/** How a bank writes an amount without its sign. */
enum Amounts {
    SPACED(' '),
    COMMAS(',');

    private final char thousands;

    Amounts(char thousands) {
        this.thousands = thousands;
    }

    /** Such as {@code 1 234.50}. */
    String bare(Money money) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(thousands);
        return new DecimalFormat("#,##0.00#", symbols).format(money.decimal().abs());
    }

    /** With a minus in front of what is negative. */
    String signed(Money money) {
        return money.isNegative() ? "-" + bare(money) : bare(money);
    }

    /** With a minus after what is negative. */
    String signedBehind(Money money) {
        return money.isNegative() ? bare(money) + "-" : bare(money);
    }
}
