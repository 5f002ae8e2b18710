package za.co.spikedata.engine.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.co.spikedata.engine.table.DateToken.Form;

/** Finds dates of every common style in a line. */
public final class DateLexer {
    private static final String MONTH = "(?<month>" + Months.pattern() + ")";
    private static final String OPEN = "(?<![\\p{L}\\d.,/*-])";
    private static final String CLOSE = "(?![\\p{L}\\d/]|[.,:-]\\d)";

    /** How a pattern's groups are to be taken. */
    private record Style(Pattern pattern, Form form, boolean weak, Start start) {}

    /** How a date begins, so that its pattern is tried only where it can fit. */
    private enum Start {
        YEAR_AND_SIGN,
        YEAR_AND_BLANK,
        DAY_AND_SIGN,
        DAY_AND_NAME,
        NAME,
        EIGHT_DIGITS,
        SIX_DIGITS,
        TWO_PAIRS;

        /**
         * @param at where the text's run of {@code digits} digits, or a letter, begins
         */
        boolean fits(String text, int at, int digits) {
            char next = charAt(text, at + digits);
            return switch (this) {
                case YEAR_AND_SIGN -> digits == 4 && isSign(next);
                case YEAR_AND_BLANK -> digits == 4 && (next == ' ' || next == '-' || next == '年');
                case DAY_AND_SIGN -> (digits == 1 || digits == 2) && isSign(next);
                case DAY_AND_NAME ->
                        (digits == 1 || digits == 2)
                                && (Character.isLetter(next)
                                        || Character.isLetter(charAt(text, at + digits + 1))
                                        || Character.isLetter(charAt(text, at + digits + 2)));
                case NAME -> digits == 0 && Months.mayBegin(text, at) && digitFollows(text, at);
                case EIGHT_DIGITS -> digits == 8;
                case SIX_DIGITS -> digits == 6;
                case TWO_PAIRS ->
                        digits == 2 && next == ' ' && isDigit(charAt(text, at + digits + 1));
            };
        }

        private static boolean isSign(char each) {
            return each == '-' || each == '/' || each == '.';
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
    }

    /** A month's name with the signs and blanks before its day. */
    private static final int LONGEST_NAME = 16;

    private static final List<Style> STYLES =
            List.of(
                    style(
                            "(?<y>(?:19|20)\\d{2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})",
                            Form.YEAR_FIRST, Start.YEAR_AND_SIGN),
                    style(
                            "(?<y>(?:19|20)\\d{2}) ?年 ?(?<m>\\d{1,2}) ?月 ?(?<d>\\d{1,2}) ?日",
                            Form.YEAR_FIRST, Start.YEAR_AND_BLANK),
                    style(
                            "(?<y>(?:19|20)\\d{2})[- ]" + MONTH + "[- ](?<d>\\d{1,2})",
                            Form.YEAR_FIRST,
                            Start.YEAR_AND_BLANK),
                    style(
                            "(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})\\k<s>(?<c>\\d{4}|\\d{2})",
                            Form.NUMERIC, Start.DAY_AND_SIGN),
                    style(
                            "(?<d>\\d{1,2})(?:st|nd|rd|th|er)?\\.?[-/ .]?(?:de )?"
                                    + MONTH
                                    + "\\.?,?[-/ .]?(?:de )?'?(?<y>(?:19|20)\\d{2}|\\d{2})",
                            Form.NAMED,
                            Start.DAY_AND_NAME),
                    style(
                            MONTH
                                    + "\\.?[- ]?(?<d>\\d{1,2})(?:st|nd|rd|th)?,?[- ]?(?<y>(?:19|20)\\d{2})",
                            Form.NAMED,
                            Start.NAME),
                    style(
                            "(?<d>\\d{1,2})(?:st|nd|rd|th|er)?\\.?[-/ .]?" + MONTH + "\\.?",
                            Form.NAMED,
                            Start.DAY_AND_NAME),
                    style(
                            MONTH + "\\.?[- ]?(?<d>\\d{1,2})(?:st|nd|rd|th)?",
                            Form.NAMED,
                            Start.NAME),
                    style("(?<a>\\d{1,2})/(?<b>\\d{1,2})", Form.NUMERIC, Start.DAY_AND_SIGN),
                    style("(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.", Form.NUMERIC, Start.DAY_AND_SIGN),
                    style("(?<a>\\d{2})-(?<b>\\d{2})", Form.NUMERIC, Start.DAY_AND_SIGN),
                    new Style(
                            pattern(
                                    "(?<y>(?:19|20)\\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])"),
                            Form.YEAR_FIRST,
                            true,
                            Start.EIGHT_DIGITS),
                    new Style(
                            pattern("(?<y>\\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])"),
                            Form.YEAR_FIRST,
                            true,
                            Start.SIX_DIGITS),
                    new Style(
                            pattern("(?<a>0[1-9]|[12]\\d|3[01]) (?<b>0[1-9]|[12]\\d|3[01])"),
                            Form.NUMERIC,
                            true,
                            Start.TWO_PAIRS));

    /** Dates from left to right; where two styles fit the same characters, the earlier style. */
    public List<DateToken> find(LineText line) {
        LineText left = line;
        List<int[]> starts = starts(left.text());
        if (starts.stream().noneMatch(start -> start[1] > 0)) {
            return List.of();
        }
        var found = new ArrayList<DateToken>();
        for (Style style : STYLES) {
            Matcher matcher = null;
            String text = left.text();
            var taken = new ArrayList<int[]>();
            for (int[] start : starts) {
                if (!style.start.fits(text, start[0], start[1])) {
                    continue;
                }
                matcher = matcher == null ? style.pattern.matcher(text) : matcher;
                matcher.region(start[0], text.length());
                matcher.useTransparentBounds(true);
                if (matcher.lookingAt()) {
                    DateToken token = token(line, matcher, style);
                    if (isPossible(token)) {
                        found.add(token);
                        taken.add(new int[] {matcher.start(), matcher.end()});
                    }
                }
            }
            if (!taken.isEmpty()) {
                left = left.without(taken);
                starts = starts(left.text());
            }
        }
        found.sort(Comparator.comparingInt(DateToken::firstWord));
        return List.copyOf(found);
    }

    /** Where a date may begin, and how many digits stand there. */
    private static List<int[]> starts(String text) {
        var starts = new ArrayList<int[]>();
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean digit = isDigit(each);
            if ((digit || Character.isLetter(each)) && isOpen(before)) {
                int end = i;
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                starts.add(new int[] {i, end - i});
            }
            before = each;
        }
        return starts;
    }

    private static boolean isOpen(char before) {
        return !Character.isLetter(before) && !isDigit(before) && ".,/*-".indexOf(before) < 0;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private static DateToken token(LineText line, Matcher at, Style style) {
        int first = line.wordAt(at.start());
        int last = line.wordAt(at.end() - 1);
        int one;
        int two;
        int three;
        if (style.form == Form.NUMERIC) {
            one = number(at, "a");
            two = number(at, "b");
            three = number(at, "c");
        } else {
            one = number(at, "d");
            two =
                    at.namedGroups().containsKey("month")
                            ? Months.number(at.group("month")).orElse(0)
                            : number(at, "m");
            three = fourDigits(number(at, "y"));
        }
        return new DateToken(
                first,
                last,
                style.form,
                one,
                two,
                three,
                style.weak,
                line.box(first, last),
                at.group());
    }

    private static int number(Matcher at, String group) {
        if (!at.namedGroups().containsKey(group) || at.group(group) == null) {
            return -1;
        }
        return Integer.parseInt(at.group(group));
    }

    /** A statement's two-digit year lies in this century. */
    static int fourDigits(int year) {
        return year >= 0 && year < 100 ? 2000 + year : year;
    }

    private static boolean isPossible(DateToken token) {
        boolean dayFirst =
                token.first() >= 1
                        && token.first() <= 31
                        && token.second() >= 1
                        && token.second() <= 12;
        if (token.form() != Form.NUMERIC) {
            return dayFirst;
        }
        boolean monthFirst =
                token.first() >= 1
                        && token.first() <= 12
                        && token.second() >= 1
                        && token.second() <= 31;
        boolean yearFirst =
                token.third() >= 1
                        && token.third() <= 31
                        && token.second() >= 1
                        && token.second() <= 12;
        return dayFirst || monthFirst || yearFirst;
    }

    private static Style style(String pattern, Form form, Start start) {
        return new Style(pattern(pattern), form, false, start);
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(
                OPEN + pattern + CLOSE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
