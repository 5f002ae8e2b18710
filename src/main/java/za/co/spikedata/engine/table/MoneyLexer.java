package za.co.spikedata.engine.table;

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

    /** What may stand right before a figure. */
    private static final String OPENERS = " \t\u000B(=:";

    /** What may stand between a figure's start and its first digit, letters apart. */
    private static final String PREFIXES = "(-+ $£€¥₹₽₪.,";

    private static final int LONGEST_CURRENCY = 4;
    private static final int LONGEST_PREFIX = 12;
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}([ ,.']\\d{3})+.*|\\d{1,2}(,\\d{2})+,\\d{3}.*");
    private static final Pattern BLANK_GROUPS = Pattern.compile("\\d{1,3}( \\d{3})+");

    /** Figures from left to right; characters a date took must be hidden before. */
    public List<MoneyToken> find(LineText line) {
        String text = line.text();
        var found = new ArrayList<MoneyToken>();
        Matcher matcher = null;
        int i = 0;
        while (i < text.length()) {
            if (!mayBegin(text, i)) {
                i++;
                continue;
            }
            matcher = matcher == null ? FIGURE.matcher(text) : matcher;
            matcher.region(i, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt()) {
                token(line, matcher, found).ifPresent(found::add);
                i = matcher.end();
            } else {
                i++;
            }
        }
        return found;
    }

    /**
     * A digit follows at once or behind a sign or a currency, and a blank or bracket comes before.
     */
    private static boolean mayBegin(String text, int at) {
        if (at > 0 && OPENERS.indexOf(text.charAt(at - 1)) < 0) {
            return false;
        }
        int i = at;
        int letters = 0;
        while (i < text.length() && i - at < LONGEST_PREFIX) {
            char each = text.charAt(i);
            if (each >= '0' && each <= '9') {
                return true;
            }
            boolean letter = Character.isLetter(each);
            letters += letter ? 1 : 0;
            if (letters > LONGEST_CURRENCY || !letter && PREFIXES.indexOf(each) < 0) {
                return false;
            }
            i++;
        }
        return false;
    }

    private static Optional<MoneyToken> token(LineText line, Matcher at, List<MoneyToken> before) {
        String number = at.group("number");
        String digits = digits(number);
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
        boolean grouped = number.length() > 4 && GROUPED.matcher(number).matches();
        boolean decimals = decimals(number) > 0;
        Mark mark = mark(at.group("letters"));
        boolean strong =
                decimals
                        || grouped && !BLANK_GROUPS.matcher(number).matches()
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
        long whole = Long.parseLong(digits(number));
        return new Money(
                switch (decimals(number)) {
                    case 0 -> Math.multiplyExact(whole, 100);
                    case 1 -> Math.multiplyExact(whole, 10);
                    default -> whole;
                });
    }

    /** How many digits follow the decimal sign: none, one or two. */
    private static int decimals(String number) {
        int separator = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        int after = number.length() - separator - 1;
        return separator >= 0 && after <= 2 ? after : 0;
    }

    private static String digits(String number) {
        var digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char each = number.charAt(i);
            if (each >= '0' && each <= '9') {
                digits.append(each);
            }
        }
        return digits.toString();
    }
}
