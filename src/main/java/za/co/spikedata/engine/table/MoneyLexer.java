package za.co.spikedata.engine.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.MoneyToken.Mark;

/**
 * Finds figures in a line. The last separator followed by one or two digits is the decimal sign,
 * whichever it is; so one rule reads 1,234.50, 1.234,50, 1 234.50, 1'234.50 and 1,00,000.00.
 */
public final class MoneyLexer {
    private static final String CURRENCY =
            "(?:R|ZAR|US\\$|[A-Z]{0,3}\\$|[$£€¥₹₽₪]|Rs\\.?|kr|CHF|EUR|USD|GBP|SGD|AUD|NZD|CAD|CNY|RMB"
                    + "|JPY|HKD|INR|BWP|NAD|ZMW|KES|NGN|GHS|AED|SAR|ILS|BRL|MXN|SEK|NOK|DKK|PLN|CZK|HUF"
                    + "|TRY|RUB|THB|MYR|IDR|PHP|KRW|TWD|MUR|SZL|LSL|MZN|TZS|UGX|RWF|XOF|XAF)";

    private static final String NUMBER =
            "(?:\\d{1,3}(?:[ ,.']\\d{3})+(?:[.,]\\d{1,2})?"
                    + "|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,2})?"
                    + "|\\d+[.,]\\d{1,2}|[.,]\\d{2}|\\d+)";

    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?<![^ \\t\\x0B(=:])"
                            + "(?<open>\\( ?)?(?<lead>[-+] ?)?(?<currency>"
                            + CURRENCY
                            + "[ ]?)?(?<second>[-+] ?)?(?<number>"
                            + NUMBER
                            + ")(?<after> ?(?:€|EUR|kr|zł|Kč|CHF)(?![A-Za-z]))?"
                            + "(?<trail> ?[-+](?![\\d-]))?(?<close> ?\\))?"
                            + "(?<letters>[ \\t]?(?:CR|Cr|cr|DR|Dr|dr|KT|Kt|DT|Dt|OD|[CDSH])\\.?)?"
                            + "(?<star> ?[*#]+|[ \\t]?[A-Z])?"
                            + "(?![^ \\t\\x0B)])");

    private static final int LONGEST_WHOLE = 13;

    /** Figures from left to right; characters a date took must be hidden before. */
    public List<MoneyToken> find(LineText line) {
        var found = new ArrayList<MoneyToken>();
        Matcher matcher = FIGURE.matcher(line.text());
        while (matcher.find()) {
            token(line, matcher, found).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<MoneyToken> token(LineText line, Matcher at, List<MoneyToken> before) {
        String number = at.group("number");
        String digits = number.replaceAll("[^0-9]", "");
        if (digits.length() > LONGEST_WHOLE) {
            return Optional.empty();
        }
        boolean parentheses = at.group("open") != null && at.group("close") != null;
        boolean minus = parentheses || has(at, "lead", '-') || has(at, "second", '-');
        boolean trailing = has(at, "trail", '-');
        int end = at.end();
        if (at.group("open") != null && at.group("close") == null) {
            return Optional.empty();
        }
        if (at.group("open") == null && at.group("close") != null) {
            return Optional.empty();
        }
        boolean grouped = number.matches("\\d{1,3}([ ,.']\\d{3})+.*|\\d{1,2}(,\\d{2})+,\\d{3}.*");
        boolean decimals = number.matches(".*[.,]\\d{1,2}");
        Mark mark = mark(at.group("letters"));
        boolean strong =
                decimals
                        || (grouped && !number.matches("\\d{1,3}( \\d{3})+"))
                        || at.group("currency") != null
                        || (minus || trailing || mark != Mark.NONE) && digits.length() <= 9;
        int first = line.wordAt(at.start());
        int last = line.wordAt(end - 1);
        boolean followsFigure =
                !before.isEmpty()
                        && before.getLast().strong()
                        && before.getLast().lastWord() == first - 1;
        boolean embedded =
                at.start() > 0
                        && !followsFigure
                        && "\t\u000B\u0001".indexOf(line.text().charAt(at.start() - 1)) < 0;
        int lastDigit = line.wordAt(at.end("number") - 1);
        return Optional.of(
                new MoneyToken(
                        first,
                        last,
                        magnitude(number),
                        minus || trailing,
                        has(at, "lead", '+') || has(at, "second", '+') || has(at, "trail", '+'),
                        mark,
                        strong,
                        embedded,
                        line.words().get(lastDigit).box().right(),
                        line.box(first, last),
                        line.printed(first, last)));
    }

    private static boolean has(Matcher at, String group, char sign) {
        String found = at.group(group);
        return found != null && found.indexOf(sign) >= 0;
    }

    private static Mark mark(@Nullable String letters) {
        if (letters == null) {
            return Mark.NONE;
        }
        return switch (letters.strip().replace(".", "").toLowerCase(Locale.ROOT)) {
            case "cr", "kt", "c", "h" -> Mark.CREDIT;
            default -> Mark.DEBIT;
        };
    }

    static Money magnitude(String number) {
        int decimals = 0;
        int separator = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        if (separator >= 0 && number.length() - separator <= 3) {
            decimals = number.length() - separator - 1;
        }
        BigDecimal whole = new BigDecimal(number.replaceAll("[^0-9]", ""));
        return new Money(whole.movePointLeft(decimals).movePointRight(2).longValueExact());
    }
}
