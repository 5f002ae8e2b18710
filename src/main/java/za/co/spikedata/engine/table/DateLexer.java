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
    private static final String CLOSE = "(?![\\p{L}\\d/]|[.,-]\\d)";

    /** How a pattern's groups are to be taken. */
    private record Style(Pattern pattern, Form form, boolean weak) {}

    private static final List<Style> STYLES =
            List.of(
                    style(
                            "(?<y>(?:19|20)\\d{2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})",
                            Form.YEAR_FIRST),
                    style(
                            "(?<y>(?:19|20)\\d{2}) ?年 ?(?<m>\\d{1,2}) ?月 ?(?<d>\\d{1,2}) ?日",
                            Form.YEAR_FIRST),
                    style(
                            "(?<y>(?:19|20)\\d{2})[- ]" + MONTH + "[- ](?<d>\\d{1,2})",
                            Form.YEAR_FIRST),
                    style(
                            "(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})\\k<s>(?<c>\\d{4}|\\d{2})",
                            Form.NUMERIC),
                    style(
                            "(?<d>\\d{1,2})(?:st|nd|rd|th|er)?\\.?[-/ .]?(?:de )?"
                                    + MONTH
                                    + "\\.?,?[-/ .]?(?:de )?'?(?<y>(?:19|20)\\d{2}|\\d{2})",
                            Form.NAMED),
                    style(
                            MONTH
                                    + "\\.?[- ]?(?<d>\\d{1,2})(?:st|nd|rd|th)?,?[- ]?(?<y>(?:19|20)\\d{2})",
                            Form.NAMED),
                    style(
                            "(?<d>\\d{1,2})(?:st|nd|rd|th|er)?\\.?[-/ .]?" + MONTH + "\\.?",
                            Form.NAMED),
                    style(MONTH + "\\.?[- ]?(?<d>\\d{1,2})(?:st|nd|rd|th)?", Form.NAMED),
                    style("(?<a>\\d{1,2})/(?<b>\\d{1,2})", Form.NUMERIC),
                    style("(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.", Form.NUMERIC),
                    style("(?<a>\\d{2})-(?<b>\\d{2})", Form.NUMERIC),
                    new Style(
                            pattern(
                                    "(?<y>(?:19|20)\\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])"),
                            Form.YEAR_FIRST,
                            true),
                    new Style(
                            pattern("(?<y>\\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])"),
                            Form.YEAR_FIRST,
                            true),
                    new Style(
                            pattern("(?<a>0[1-9]|[12]\\d|3[01]) (?<b>0[1-9]|[12]\\d|3[01])"),
                            Form.NUMERIC,
                            true));

    /** Dates from left to right; where two styles fit the same characters, the earlier style. */
    public List<DateToken> find(LineText line) {
        var found = new ArrayList<DateToken>();
        LineText left = line;
        for (Style style : STYLES) {
            var taken = new ArrayList<int[]>();
            Matcher matcher = style.pattern.matcher(left.text());
            while (matcher.find()) {
                DateToken token = token(line, matcher, style);
                if (isPossible(token)) {
                    found.add(token);
                    taken.add(new int[] {matcher.start(), matcher.end()});
                }
            }
            left = left.without(taken);
        }
        found.sort(Comparator.comparingInt(DateToken::firstWord));
        return List.copyOf(found);
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

    private static Style style(String pattern, Form form) {
        return new Style(pattern(pattern), form, false);
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(
                OPEN + pattern + CLOSE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
