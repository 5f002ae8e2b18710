package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import za.co.spikedata.engine.table.DateToken.Form;

/** Finds dates of every common style in a line. */
public final class DateLexer {
    private static final DateStyle[] STYLES = DateStyle.values();

    /** A month's name with the signs and blanks before its day. */
    private static final int LONGEST_NAME = 20;

    /** Digits that a date may begin with. */
    private static final int LONGEST_DATE = 8;

    private static final int USUAL_DATES = 2;
    private static final int LONGEST_RUN = 15;
    private static final int RUN_BITS = 4;
    private static final int[] NONE = {};

    /** Of each character of ASCII, whether a date may follow it; asked for all of a paper's. */
    private static final boolean[] OPEN = new boolean[0x80];

    /** Styles of dates that may begin with so many digits and the character behind them. */
    private static final long[][] BEGINS = new long[LONGEST_DATE + 1][OPEN.length];

    static {
        for (char each = 0; each < OPEN.length; each++) {
            OPEN[each] = isOpenSign(each);
            for (int digits = 0; digits <= LONGEST_DATE; digits++) {
                BEGINS[digits][each] = stylesOf(digits, each);
            }
        }
    }

    /** Dates from left to right; where two styles fit the same characters, the earlier style. */
    public List<DateToken> find(LineText line) {
        String text = line.text();
        int[] starts = starts(line);
        if (starts.length == 0) {
            return List.of();
        }
        long fitting = 0;
        for (int start : starts) {
            fitting |= styles(text, start);
        }
        var scanner = new DateScanner(text);
        List<DateToken> found = List.of();
        for (long left = fitting; left != 0; left &= left - 1) {
            DateStyle style = STYLES[Long.numberOfTrailingZeros(left)];
            long bit = Long.lowestOneBit(left);
            int known = found.size();
            for (int start : starts) {
                int at = start >> RUN_BITS;
                int digits = start & LONGEST_RUN;
                if (start < 0
                        || (styles(text, start) & bit) == 0
                        || (style == DateStyle.REIGN_YEAR_MONTH_DAY) != isInReign(text, at)) {
                    continue;
                }
                int end = scanner.end(style, at, digits);
                if (end > 0 && isPossible(style.form(), scanner)) {
                    found = found.isEmpty() ? new ArrayList<>(USUAL_DATES) : found;
                    found.add(token(line, style, scanner, at, end));
                }
            }
            for (int i = known; i < found.size(); i++) {
                hide(line, found.get(i), scanner, starts);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingInt(DateToken::firstWord));
        }
        return List.copyOf(found);
    }

    /** Later styles find no date in another's characters. */
    private static void hide(LineText line, DateToken date, DateScanner scanner, int[] starts) {
        int from = line.text().indexOf(date.text(), line.start(date.firstWord()));
        int to = from + date.text().length();
        scanner.hide(from, to);
        for (int i = 0; i < starts.length; i++) {
            int at = starts[i] >> RUN_BITS;
            starts[i] = at >= from && at < to ? -1 : starts[i];
        }
    }

    /** Where a date may begin, and in the low bits how many digits stand there. */
    private static int[] starts(LineText line) {
        String text = line.text();
        int[] starts = NONE;
        int count = 0;
        for (int word = 0; word < line.words().size(); word++) {
            int from = line.start(word);
            int to = from + (line.isPlainWord(word) ? 1 : line.length(word));
            int end;
            for (int i = from; i < to; i = Math.max(i + 1, end)) {
                end = i;
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                if (begins(text, i) && styles(end - i, charAt(text, end)) != 0) {
                    starts = count == starts.length ? Arrays.copyOf(starts, count * 2 + 2) : starts;
                    starts[count++] = i << RUN_BITS | end - i;
                }
            }
        }
        return count == starts.length ? starts : Arrays.copyOf(starts, count);
    }

    /** Between two letters or digits none does. */
    private static boolean begins(String text, int at) {
        char each = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (isDigit(each)) {
            return isOpen(before) || !isDigit(before) && isInReign(text, at);
        }
        return isOpen(before)
                && Character.isLetter(each)
                && Months.mayBegin(text, at)
                && digitFollows(text, at);
    }

    /** The digits count an emperor's years. */
    private static boolean isInReign(String text, int at) {
        return at > 0
                && isDigit(text.charAt(at))
                && DateScanner.beforeReign(text.charAt(at - 1)) > 0
                && (at == 1
                        || isOpen(text.charAt(at - 2))
                        || text.charAt(at - 2) == '\u4EE4'
                        || text.charAt(at - 2) == '\u5E73');
    }

    /** The styles that may begin at one of the {@link #starts}. */
    private static long styles(String text, int start) {
        int digits = start & LONGEST_RUN;
        return styles(digits, charAt(text, (start >> RUN_BITS) + digits));
    }

    /** A bit for each style, the first the lowest. */
    private static long styles(int digits, char next) {
        if (digits > LONGEST_DATE) {
            return 0;
        }
        return next < OPEN.length ? BEGINS[digits][next] : stylesOf(digits, next);
    }

    private static long stylesOf(int digits, char next) {
        long styles = 0;
        for (DateStyle style : STYLES) {
            styles |= style.mayBegin(digits, next) ? 1L << style.ordinal() : 0;
        }
        return styles;
    }

    private static boolean digitFollows(String text, int at) {
        int end = Math.min(text.length(), at + LONGEST_NAME);
        for (int i = at + 3; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(char before) {
        return before < OPEN.length ? OPEN[before] : isOpenSign(before);
    }

    private static boolean isOpenSign(char before) {
        return before <= ' '
                || !Character.isLetter(before) && !isDigit(before) && ".,/*-".indexOf(before) < 0;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : LineText.FAR;
    }

    private static DateToken token(
            LineText line, DateStyle style, DateScanner date, int from, int to) {
        int first = line.wordAt(from);
        int last = line.wordAt(to - 1, first);
        return new DateToken(
                first,
                last,
                style.form(),
                date.first(),
                date.second(),
                date.third(),
                style.isWeak(),
                line.box(first, last),
                line.text().substring(from, to));
    }

    private static boolean isPossible(Form form, DateScanner date) {
        return isDay(date.first()) && isMonth(date.second())
                || form == Form.NUMERIC
                        && (isMonth(date.first()) && isDay(date.second())
                                || isDay(date.third()) && isMonth(date.second()));
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    private static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }
}
