package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.MoneyToken.Mark;

/**
 * Finds figures in a line. The last separator followed by one or two digits is the decimal sign,
 * whichever it is; so one rule reads 1,234.50, 1.234,50, 1 234.50, 1'234.50 and 1,00,000.00.
 */
public final class MoneyLexer {
    private static final int LONGEST_WHOLE = 13;

    /** A sign makes a number money if it has no more digits than this. */
    private static final int LONGEST_SIGNED = 9;

    /** What may stand between a figure's start and its first digit, letters apart. */
    private static final String PREFIXES = "(-+ " + LineText.APART + LineText.FAR + "$.,";

    private static final int LONGEST_CURRENCY = 4;
    private static final int USUAL_FIGURES = 4;
    private static final int LONGEST_PREFIX = 12;

    private final char thousandths;

    public MoneyLexer() {
        this(FigureScanner.CENTS);
    }

    /**
     * @param thousandths the sign before three decimals, or {@link FigureScanner#CENTS}
     */
    MoneyLexer(char thousandths) {
        this.thousandths = thousandths;
    }

    /** Figures from left to right, of a line without dates. */
    public List<MoneyToken> find(LineText line) {
        return find(line, line.text());
    }

    /**
     * @param text of the line, characters that a date took being hidden
     */
    List<MoneyToken> find(LineText line, String text) {
        List<MoneyToken> found = List.of();
        FigureScanner scanner = null;
        int i = 0;
        for (int word = 0; word < line.words().size(); word++) {
            if (line.isPlainWord(word) && line.length(word) > LONGEST_CURRENCY) {
                continue;
            }
            int end = line.start(word) + line.length(word);
            i = Math.max(i, line.start(word));
            while (i < end) {
                if ((i == 0 || isOpener(text.charAt(i - 1))) && mayBegin(text, i)) {
                    scanner = scanner == null ? new FigureScanner(text, thousandths) : scanner;
                    if (scanner.matchesAt(i)) {
                        MoneyToken token = token(line, text, scanner, i, word, found);
                        if (token != null) {
                            found = found.isEmpty() ? new ArrayList<>(USUAL_FIGURES) : found;
                            found.add(token);
                        }
                        i = scanner.end();
                        continue;
                    }
                }
                i++;
            }
        }
        return found;
    }

    /** A digit follows at once or behind a sign or a currency. */
    private static boolean mayBegin(String text, int at) {
        int i = at;
        int letters = 0;
        while (i < text.length() && i - at < LONGEST_PREFIX) {
            char each = text.charAt(i);
            if (each >= '0' && each <= '9') {
                return true;
            }
            boolean letter = isLetter(each);
            letters += letter ? 1 : 0;
            String signs = each < 0x80 ? PREFIXES : FigureScanner.SYMBOLS;
            if (letters > LONGEST_CURRENCY || !letter && signs.indexOf(each) < 0) {
                return false;
            }
            i++;
        }
        return false;
    }

    private static boolean isLetter(char each) {
        int small = each | 0x20;
        return each < 0x80 ? small >= 'a' && small <= 'z' : Character.isLetter(each);
    }

    /** What may stand right before a figure. */
    private static boolean isOpener(char each) {
        return switch (each) {
            case ' ', '\t', '\u000B', '(', '=', ':' -> true;
            default -> false;
        };
    }

    /** Nothing where the digits are too many or only one bracket stands around them. */
    private static @Nullable MoneyToken token(
            LineText line,
            String text,
            FigureScanner at,
            int start,
            int first,
            List<MoneyToken> before) {
        long digits = 0;
        int count = 0;
        for (int i = at.numberStart(); i < at.numberEnd(); i++) {
            char each = text.charAt(i);
            if (each >= '0' && each <= '9') {
                count++;
                digits = count <= LONGEST_WHOLE ? digits * 10 + each - '0' : digits;
            }
        }
        if (count > LONGEST_WHOLE || at.isOpened() != at.isClosed()) {
            return null;
        }
        boolean inThousandths = isInThousandths(text, at);
        boolean minus = at.isOpened() || at.isMinus();
        boolean strong =
                at.decimals() > 0
                        || at.isGrouped() && !at.isGroupedByBlanks()
                        || at.hasCurrency()
                        || (minus || at.mark() != Mark.NONE) && count <= LONGEST_SIGNED;
        int last = line.wordAt(at.end() - 1, first);
        boolean followsFigure =
                !before.isEmpty()
                        && before.getLast().strong()
                        && !before.getLast().embedded()
                        && before.getLast().lastWord() == first - 1;
        boolean embedded =
                start > 0 && !followsFigure && "\t\u000B\u0001".indexOf(text.charAt(start - 1)) < 0;
        return new MoneyToken(
                first,
                last,
                inThousandths ? Money.ofThousandths(digits) : money(digits, at.decimals()),
                minus,
                at.isPlus(),
                at.mark(),
                strong,
                embedded,
                line.words().get(line.wordAt(at.numberEnd() - 1, first)).box().right(),
                line.box(first, last),
                line.printed(first, last));
    }

    /** Three digits behind the decimal sign, told by another sign between the thousands. */
    private static boolean isInThousandths(String text, FigureScanner at) {
        int sign = at.numberEnd() - 4;
        if (!at.isGrouped() || at.decimals() > 0 || sign <= at.numberStart()) {
            return false;
        }
        char point = text.charAt(sign);
        if (point != '.' && point != ',') {
            return false;
        }
        if (sign == at.numberStart() + 1) {
            return text.charAt(at.numberStart()) == '0';
        }
        int group = sign - 4;
        return group > at.numberStart()
                && (point == '.' ? ", '" : ". '").indexOf(text.charAt(group)) >= 0;
    }

    private static Money money(long digits, int decimals) {
        return Money.ofThousandths(
                switch (decimals) {
                    case 0 -> Math.multiplyExact(digits, 1_000);
                    case 1 -> Math.multiplyExact(digits, 100);
                    case 2 -> Math.multiplyExact(digits, 10);
                    default -> digits;
                });
    }
}
