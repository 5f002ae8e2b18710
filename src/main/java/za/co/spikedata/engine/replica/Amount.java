package za.co.spikedata.engine.replica;

import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.MoneyToken;

/**
 * A printed figure as digits in their places.
 *
 * @param from offset in the text of the token where the first digit of the number stands
 * @param digits how many the number has
 * @param unit cents the last digit counts; 1, 10 or 100
 * @param tail digits behind that, always zero
 * @param cents what they say
 */
record Amount(int from, int digits, int unit, int tail, long cents) {
    /** Signs that stand between the digits of one number. */
    private static final String WITHIN = "., '";

    /** The number in a token's text; with no digits when the text does not say its magnitude. */
    static Amount of(MoneyToken token, String text) {
        long cents = token.magnitude().cents();
        long value = 0;
        long power = 1;
        int digits = 0;
        Amount found = new Amount(text.length(), 0, 1, 0, cents);
        int at = text.length() - 1;
        while (at >= 0 && !isDigit(text.charAt(at))) {
            at--;
        }
        for (; at >= 0 && digits < 18; at--) {
            char each = text.charAt(at);
            if (!isDigit(each)) {
                if (WITHIN.indexOf(each) < 0) {
                    break;
                }
                continue;
            }
            value += power * (each - '0');
            power *= 10;
            digits++;
            for (int unit = 1; unit <= 100; unit *= 10) {
                if (value * unit == cents) {
                    found = new Amount(at, digits, unit, 0, cents);
                }
            }
            if (value == cents * 10 && cents != 0) {
                found = new Amount(at, digits, 1, 1, cents);
            }
        }
        return found;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    /** As many digits of the same worth. */
    boolean looksLike(Amount other) {
        return digits == other.digits && unit == other.unit && tail == other.tail;
    }

    boolean isKnown() {
        return digits > 0;
    }

    /** The least it may become and keep its look: one digit before the decimal sign, or more. */
    long low() {
        long whole = significant();
        return cents == 0 ? 0 : cents < 100 ? unit : power(whole - 1) * unit;
    }

    long high() {
        long whole = significant();
        return cents == 0 ? 0 : cents < 100 ? 100 - unit : (power(whole) - 1) * unit;
    }

    private long significant() {
        return Long.toString(cents / unit).length();
    }

    private static long power(long exponent) {
        long power = 1;
        for (long i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** The token's text with another amount in it. */
    String saying(String text, long other) {
        String printed = Long.toString(other / unit) + "0".repeat(tail);
        printed = "0".repeat(Math.max(0, digits - printed.length())) + printed;
        var said = new StringBuilder(text);
        int next = 0;
        for (int i = from; i < text.length() && next < digits; i++) {
            if (isDigit(text.charAt(i))) {
                said.setCharAt(i, printed.charAt(next++));
            }
        }
        return said.toString();
    }

    /** Figures are personal. */
    @Override
    public String toString() {
        return "Amount[" + digits + " digits of " + new Money(0) + "]";
    }
}
