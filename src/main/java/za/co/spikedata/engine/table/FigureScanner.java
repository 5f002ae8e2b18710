package za.co.spikedata.engine.table;

import java.util.Set;
import za.co.spikedata.engine.table.MoneyToken.Mark;

/**
 * Matches a figure with its signs, currency and letters at a place of a line's text. By hand and
 * not by a pattern: every character of a paper passes here.
 *
 * <p>A figure is letters {@code (} sign currency sign number currency sign {@code )} letters star,
 * all but the number optional, and ends at a gap. Letters before it follow a gap as well, and have
 * decimals behind them. Where more than one split fits, the longest part that lets the rest fit is
 * taken, from left to right.
 */
final class FigureScanner {
    private static final Set<String> CODES =
            Set.of(
                    "KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD", "QAR", "EGP", "MAD", "ZAR",
                    "CHF", "EUR", "USD", "GBP", "SGD", "AUD", "NZD", "CAD", "CNY", "RMB", "JPY",
                    "HKD", "INR", "BWP", "NAD", "ZMW", "KES", "NGN", "GHS", "AED", "SAR", "ILS",
                    "BRL", "MXN", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "RUB", "THB",
                    "MYR", "IDR", "PHP", "KRW", "TWD", "MUR", "SZL", "LSL", "MZN", "TZS", "UGX",
                    "RWF", "XOF", "XAF");

    static final String SYMBOLS = "$\u00A3\u20AC\u00A5\u20B9\u20BD\u20AA";

    /** Pula, kwacha, emalangeni, maloti: letters that need an amount with cents behind them. */
    private static final String LETTERS = "PKEML";

    private static final String[] SHILLINGS = {"KSh", "Ksh", "TSh", "USh"};
    private static final String[] CODES_AFTER = {
        "\u20AC", "EUR", "kr", "z\u0142", "K\u010D", "CHF"
    };
    private static final String[] CREDIT_LETTERS = {"CR", "Cr", "cr", "KT", "Kt"};
    private static final String[] DEBIT_LETTERS = {"DR", "Dr", "dr", "DT", "Dt", "OD"};
    private static final int SIDE_LETTERS = 2;
    private static final int CODE_LENGTH = 3;
    private static final int GROUP = 3;

    /** Said instead of a decimal sign where no figure has three decimals. */
    static final char CENTS = '\0';

    private final String text;
    private final char thousandths;
    private int numberStart;
    private int numberEnd;
    private int end;
    private boolean opened;
    private boolean closed;
    private boolean minus;
    private boolean plus;
    private boolean currency;
    private boolean grouped;
    private boolean blankGroups;
    private int decimals;
    private Mark mark = Mark.NONE;

    /**
     * @param thousandths the sign before three decimals, or {@link #CENTS}
     */
    FigureScanner(String text, char thousandths) {
        this.text = text;
        this.thousandths = thousandths;
    }

    /** Whether a figure begins here; what it is made of is kept until the next question. */
    boolean matchesAt(int start) {
        opened = false;
        closed = false;
        minus = false;
        plus = false;
        currency = false;
        mark = Mark.NONE;
        Mark before = markBefore(start);
        int at = before == Mark.NONE ? start : afterBlank(start + SIDE_LETTERS);
        if (is(at, '(')) {
            opened = true;
            at = afterBlank(at + 1);
        }
        at = afterSign(at);
        int unit = afterCurrency(at);
        if (unit > at) {
            currency = true;
            at = isOwnCell(start, at, unit) ? unit + 1 : afterBlank(unit);
        }
        at = afterSign(at);
        numberStart = at;
        if (before == Mark.NONE) {
            return number(at);
        }
        boolean fits = number(at) && decimals > 0 && mark == Mark.NONE && !opened && !minus;
        mark = fits ? before : Mark.NONE;
        return fits;
    }

    /** The side that letters say which begin a cell. */
    private Mark markBefore(int at) {
        if (!isLetter(at) || is(at - 1, ' ') || isLetter(at + SIDE_LETTERS)) {
            return Mark.NONE;
        }
        return startsWithAny(at, CREDIT_LETTERS)
                ? Mark.CREDIT
                : startsWithAny(at, DEBIT_LETTERS) ? Mark.DEBIT : Mark.NONE;
    }

    private boolean startsWithAny(int at, String[] letters) {
        for (String each : letters) {
            if (text.startsWith(each, at)) {
                return true;
            }
        }
        return false;
    }

    int numberStart() {
        return numberStart;
    }

    int numberEnd() {
        return numberEnd;
    }

    /** One past its last character, letters and star included. */
    int end() {
        return end;
    }

    boolean isOpened() {
        return opened;
    }

    boolean isClosed() {
        return closed;
    }

    /** A minus stands before or after the number, brackets apart. */
    boolean isMinus() {
        return minus;
    }

    boolean isPlus() {
        return plus;
    }

    boolean hasCurrency() {
        return currency;
    }

    /** Separators part its thousands. */
    boolean isGrouped() {
        return grouped;
    }

    /** The separators are blanks and nothing else speaks for money. */
    boolean isGroupedByBlanks() {
        return blankGroups;
    }

    /** Digits after the decimal sign: none to three. */
    int decimals() {
        return decimals;
    }

    Mark mark() {
        return mark;
    }

    private int afterSign(int at) {
        if (!isSign(at)) {
            return at;
        }
        minus |= text.charAt(at) == '-';
        plus |= text.charAt(at) == '+';
        return afterBlank(at + 1);
    }

    private int afterBlank(int at) {
        return is(at, ' ') ? at + 1 : at;
    }

    private boolean is(int at, char each) {
        return at >= 0 && at < text.length() && text.charAt(at) == each;
    }

    private boolean isSign(int at) {
        return is(at, '-') || is(at, '+');
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isUpper(int at) {
        return at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }

    private boolean isLetter(int at) {
        return isUpper(at)
                || at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    private boolean isPoint(int at) {
        return is(at, '.') || is(at, ',');
    }

    private int digitsEnd(int from) {
        int at = from;
        while (isDigit(at)) {
            at++;
        }
        return at;
    }

    /** One past the currency that stands here, or here when there is none. */
    private int afterCurrency(int at) {
        if (at >= text.length() || isDigit(at)) {
            return at;
        }
        int letters = at;
        while (letters < at + CODE_LENGTH && isUpper(letters)) {
            letters++;
        }
        if (is(letters, '$')) {
            return letters + 1;
        }
        if (letters == at + CODE_LENGTH && CODES.contains(text.substring(at, letters))) {
            return letters;
        }
        for (String each : SHILLINGS) {
            if (text.startsWith(each, at)) {
                return at + CODE_LENGTH;
            }
        }
        if (text.startsWith("Rs", at)) {
            return is(at + 2, '.') ? at + 3 : at + 2;
        }
        if (text.startsWith("kr", at)) {
            return at + 2;
        }
        char sign = text.charAt(at);
        boolean single =
                sign == 'R'
                        || SYMBOLS.indexOf(sign) >= 0
                        || LETTERS.indexOf(sign) >= 0 && isAmountWithCents(at + 1);
        return single ? at + 1 : at;
    }

    private boolean isAmountWithCents(int from) {
        int at = from;
        while (isDigit(at) || at > from && (is(at, ',') || is(at, ' '))) {
            at++;
        }
        return at > from && is(at, '.') && digitsEnd(at + 1) == at + 3;
    }

    private boolean number(int at) {
        int whole = digitsEnd(at);
        int length = whole - at;
        if (length == 0) {
            return isPoint(at) && digitsEnd(at + 1) == at + 3 && ends(at + 3, false, 2);
        }
        if (length <= GROUP && thousands(whole) || length < GROUP && lakhs(whole)) {
            return true;
        }
        return isPoint(whole) && withDecimals(whole, false) || ends(whole, false, 0);
    }

    /** Groups of three behind one to three digits, as many as let the rest fit. */
    private boolean thousands(int whole) {
        int groups = 0;
        while (isGroup(whole + groups * (GROUP + 1))) {
            groups++;
        }
        for (int i = groups; i > 0; i--) {
            int last = whole + i * (GROUP + 1);
            if (isPoint(last) && withDecimals(last, true)) {
                return true;
            }
            if (!isDigit(last) && ends(last, true, 0)) {
                blankGroups = areBlanks(whole, i);
                return true;
            }
        }
        return false;
    }

    private boolean areBlanks(int whole, int groups) {
        for (int i = 0; i < groups; i++) {
            if (!is(whole + i * (GROUP + 1), ' ')) {
                return false;
            }
        }
        return true;
    }

    private boolean isGroup(int at) {
        return (isPoint(at) && !is(at, thousandths) || is(at, ' ') || is(at, '\''))
                && isDigit(at + 1)
                && isDigit(at + 2)
                && isDigit(at + GROUP);
    }

    /** Groups of two and a last one of three, as in 1,00,000.00. */
    private boolean lakhs(int whole) {
        int at = whole;
        while (is(at, ',') && isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + GROUP)) {
            at += GROUP;
        }
        if (at == whole || !is(at, ',') || digitsEnd(at + 1) != at + 1 + GROUP) {
            return false;
        }
        int last = at + 1 + GROUP;
        return is(last, '.') && withDecimals(last, true) || ends(last, true, 0);
    }

    private boolean withDecimals(int point, boolean inGroups) {
        int last = digitsEnd(point + 1);
        int count = last - point - 1;
        boolean fits = count == 1 || count == 2 || count == GROUP && is(point, thousandths);
        return fits && ends(last, inGroups, count);
    }

    /** Whether what may stand behind a number, and then a gap, follows here. */
    private boolean ends(int at, boolean inGroups, int fraction) {
        numberEnd = at;
        grouped = inGroups;
        blankGroups = false;
        decimals = fraction;
        if (at == text.length() || text.charAt(at) == LineText.FAR) {
            end = at;
            return true;
        }
        int unit = afterTrailingCurrency(at);
        return unit > at && sign(unit) || sign(at);
    }

    /** A sign of a currency, maybe behind a minus, fills a column left of its figures. */
    private boolean isOwnCell(int start, int at, int unit) {
        return unit == at + 1
                && (is(at, 'R') || SYMBOLS.indexOf(text.charAt(at)) >= 0)
                && (start == 0 || isWide(start - 1))
                && isWide(unit);
    }

    private boolean isWide(int at) {
        return is(at, LineText.APART) || is(at, LineText.FAR);
    }

    private int afterTrailingCurrency(int at) {
        int from = afterBlank(at);
        for (String code : CODES_AFTER) {
            if (text.startsWith(code, from) && !isLetter(from + code.length())) {
                return from + code.length();
            }
        }
        return at;
    }

    private boolean sign(int at) {
        int from = afterBlank(at);
        if (isSign(from) && !isDigit(from + 1) && !is(from + 1, '-') && close(from + 1)) {
            minus |= is(from, '-');
            plus |= is(from, '+');
            return true;
        }
        return close(at);
    }

    private boolean close(int at) {
        int from = afterBlank(at);
        if (is(from, ')') && letters(from + 1)) {
            closed = true;
            return true;
        }
        return letters(at);
    }

    private boolean letters(int at) {
        int from = is(at, ' ') || is(at, '\t') ? at + 1 : at;
        if (isLetter(from)) {
            return marked(from, CREDIT_LETTERS, Mark.CREDIT)
                    || marked(from, DEBIT_LETTERS, Mark.DEBIT)
                    || (is(from, 'C') || is(from, 'H')) && marked(from + 1, Mark.CREDIT)
                    || (is(from, 'D') || is(from, 'S')) && marked(from + 1, Mark.DEBIT)
                    || star(at);
        }
        return star(at);
    }

    private boolean marked(int from, String[] letters, Mark side) {
        for (String each : letters) {
            if (text.startsWith(each, from) && marked(from + each.length(), side)) {
                return true;
            }
        }
        return false;
    }

    private boolean marked(int at, Mark side) {
        if (is(at, '.') && star(at + 1) || star(at)) {
            mark = side;
            return true;
        }
        return false;
    }

    private boolean star(int at) {
        int stars = afterBlank(at);
        while (is(stars, '*') || is(stars, '#')) {
            stars++;
        }
        if (stars > afterBlank(at) && isEnd(stars)) {
            return true;
        }
        int letter = is(at, ' ') || is(at, '\t') ? at + 1 : at;
        return isUpper(letter) && isEnd(letter + 1) && !leadsToFigure(at, letter) || isEnd(at);
    }

    /** The letter stands apart as the sign of a currency in front of the next figure. */
    private boolean leadsToFigure(int at, int letter) {
        return is(at, LineText.APART)
                && is(letter, 'R')
                && isWide(letter + 1)
                && isDigit(letter + 2);
    }

    private boolean isEnd(int at) {
        boolean gap =
                at == text.length()
                        || is(at, ' ')
                        || is(at, LineText.APART)
                        || is(at, LineText.FAR)
                        || is(at, ')');
        end = gap ? at : end;
        return gap;
    }
}
