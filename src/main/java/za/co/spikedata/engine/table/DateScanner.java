package za.co.spikedata.engine.table;

import java.util.Arrays;

/**
 * Matches a date of a style at a place of a line's text and keeps its parts. By hand and not by
 * patterns: every character of a paper passes here.
 */
final class DateScanner {
    private static final String[] ORDINALS = {"st", "nd", "rd", "th", "er"};
    private static final int NONE = -1;

    private final char[] text;
    private int first;
    private int second;
    private int third;

    DateScanner(String text) {
        this.text = text.toCharArray();
    }

    /** Takes characters away from every later match. */
    void hide(int from, int to) {
        Arrays.fill(text, from, to, LineText.HIDDEN);
    }

    /** Day, month and year; for a numeric form the parts in printed order, -1 for one not there. */
    int first() {
        return first;
    }

    int second() {
        return second;
    }

    int third() {
        return third;
    }

    /**
     * One past the date of that style, or -1.
     *
     * @param digits length of the run of digits that begins here
     */
    int end(DateStyle style, int at, int digits) {
        int end =
                switch (style) {
                    case YEAR_MONTH_DAY -> afterTime(yearMonthDay(at));
                    case YEAR_MONTH_DAY_SIGNS -> yearMonthDaySigns(at);
                    case REIGN_YEAR_MONTH_DAY -> reignYearMonthDay(at, digits);
                    case YEAR_NAME_DAY -> yearNameDay(at);
                    case THREE_NUMBERS -> afterTime(threeNumbers(at, digits));
                    case DAY_NAME_YEAR -> dayName(at, digits, true);
                    case NAME_DAY_YEAR -> nameDayYear(at);
                    case NAME_DAY_SHORT_YEAR -> nameDayShortYear(at);
                    case DAY_NAME -> dayName(at, digits, false);
                    case NAME_DAY -> nameDay(at);
                    case TWO_NUMBERS_SLASHED -> twoNumbers(at, digits, '/');
                    case TWO_NUMBERS_POINTED -> pointed(twoNumbers(at, digits, '.'));
                    case TWO_NUMBERS_DASHED -> dashed(at, twoNumbers(at, digits, '-'));
                    case EIGHT_DIGITS -> isCentury(at) ? bare(at, 4) : NONE;
                    case SIX_DIGITS -> bare(at, 2);
                    case POINTED_PAIR, TWO_PAIRS -> twoPairs(at);
                };
        return end > 0 && isClosed(end) ? end : NONE;
    }

    private int yearMonthDay(int at) {
        char sign = at(at + 4);
        int month = run(at + 5);
        int day = run(at + 6 + month);
        boolean isApart = sign == ' ';
        boolean fits =
                (isCentury(at) || isOfAnotherEra(at) && !isApart)
                        && isShort(month)
                        && at(at + 5 + month) == sign
                        && isShort(day)
                        && (!isApart || month == 2 && day == 2);
        return fits ? yearFirst(at, at + 5, month, at + 6 + month, day) : NONE;
    }

    /** Behind a time of day in the manner of ISO 8601 or behind a dash, if one follows. */
    private int afterTime(int end) {
        if (end < 0
                || at(end) != 'T' && at(end) != '-'
                || run(end + 1) != 2
                || !isMinutes(end + 3)) {
            return end;
        }
        int at = end + 6;
        if (isMinutes(at)) {
            at += 3;
            int fraction = at(at) == '.' ? run(at + 1) : 0;
            at += fraction > 0 ? fraction + 1 : 0;
        }
        return at(at) == 'Z' ? at + 1 : at;
    }

    private boolean isMinutes(int at) {
        return at(at) == ':' && run(at + 1) == 2;
    }

    private int yearMonthDaySigns(int at) {
        int year = afterBlank(at + 4);
        int from = afterBlank(year + 1);
        int month = run(from);
        int sign = afterBlank(from + month);
        int to = afterBlank(sign + 1);
        int day = run(to);
        int end = afterBlank(to + day);
        boolean fits =
                isCentury(at)
                        && at(year) == '\u5E74'
                        && isShort(month)
                        && at(sign) == '\u6708'
                        && isShort(day)
                        && at(end) == '\u65E5';
        return fits && yearFirst(at, from, month, to, day) > 0 ? end + 1 : NONE;
    }

    /** The last year that is not one of the reign's, or 0 where the sign stands for no reign. */
    static int beforeReign(char sign) {
        return switch (sign) {
            case 'R', '\u548C' -> 2018;
            case 'H', '\u6210' -> 1988;
            default -> 0;
        };
    }

    private int reignYearMonthDay(int at, int digits) {
        char sign = at(at + digits);
        int month = at + digits + 1;
        int monthLength = run(month);
        int day = month + monthLength + 1;
        int dayLength = run(day);
        boolean signs = sign == '\u5E74';
        boolean fits =
                isShort(monthLength)
                        && isShort(dayLength)
                        && at(month + monthLength) == (signs ? '\u6708' : sign)
                        && (!signs || at(day + dayLength) == '\u65E5');
        if (!fits) {
            return NONE;
        }
        first = number(day, dayLength);
        second = number(month, monthLength);
        third = beforeReign(text[at - 1]) + number(at, digits);
        return day + dayLength + (signs ? 1 : 0);
    }

    private int yearFirst(int year, int month, int monthLength, int day, int dayLength) {
        first = number(day, dayLength);
        second = number(month, monthLength);
        third = number(year, 4);
        return day + dayLength;
    }

    private int yearNameDay(int at) {
        int name = at + 5;
        int sign = lettersEnd(name);
        int day = run(sign + 1);
        boolean parted = at(sign) == ' ' || at(sign) == '-';
        if (!isCentury(at) || !parted || !isShort(day) || !month(name, sign)) {
            return NONE;
        }
        first = number(sign + 1, day);
        third = number(at, 4);
        return sign + 1 + day;
    }

    private int threeNumbers(int at, int digits) {
        char sign = at(at + digits);
        int two = at + digits + 1;
        int length = run(two);
        int three = two + length + 1;
        int last = run(three);
        if (!isShort(length) || at(two + length) != sign || last != 2 && last != 4) {
            return NONE;
        }
        first = number(at, digits);
        second = number(two, length);
        third = number(three, last);
        return three + last;
    }

    private int twoNumbers(int at, int digits, char sign) {
        int two = at + digits + 1;
        int length = run(two);
        if (at(at + digits) != sign || !isShort(length)) {
            return NONE;
        }
        first = number(at, digits);
        second = number(two, length);
        third = NONE;
        return two + length;
    }

    private int pointed(int end) {
        return end > 0 && at(end) == '.' ? end + 1 : NONE;
    }

    private static int dashed(int at, int end) {
        return end == at + 5 ? end : NONE;
    }

    private int twoPairs(int at) {
        if (run(at + 3) != 2 || !isDay(at) || !isDay(at + 3)) {
            return NONE;
        }
        first = number(at, 2);
        second = number(at + 3, 2);
        third = NONE;
        return at + 5;
    }

    private boolean isDay(int at) {
        int day = number(at, 2);
        return day >= 1 && day <= 31;
    }

    /** A year, two digits of a month and two of a day. */
    private int bare(int at, int year) {
        int month = number(at + year, 2);
        int day = number(at + year + 2, 2);
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return NONE;
        }
        first = day;
        second = month;
        third = number(at, year);
        return at + year + 4;
    }

    /** The 1st of March 2024 and the like; "de" may stand on either side of the month. */
    private int dayName(int at, int digits, boolean withYear) {
        int from = at + digits;
        int end = afterDay(at, digits, from, withYear);
        if (end > 0) {
            return end;
        }
        int ordinal = afterOrdinal(from);
        return ordinal > from ? afterDay(at, digits, ordinal, withYear) : NONE;
    }

    private int afterDay(int at, int digits, int from, boolean withYear) {
        int name = at(from) == '.' ? from + 1 : from;
        name = DateStyle.isSign(at(name)) || at(name) == ' ' ? name + 1 : name;
        name = withYear ? afterOf(name) : name;
        int end = lettersEnd(name);
        if (!month(name, end)) {
            return NONE;
        }
        first = number(at, digits);
        third = NONE;
        int point = at(end) == '.' ? end + 1 : end;
        return withYear ? year(point) : point < text.length && !isClosed(point) ? end : point;
    }

    /** A year of two or four digits behind a month's name. */
    private int year(int from) {
        int at = at(from) == ',' ? from + 1 : from;
        at = DateStyle.isSign(at(at)) || at(at) == ' ' ? at + 1 : at;
        at = afterOf(at);
        at = at(at) == '\'' ? at + 1 : at;
        int digits = run(at);
        if (digits != 2 && (digits != 4 || !isCentury(at))) {
            return NONE;
        }
        third = number(at, digits);
        return at + digits;
    }

    private int nameDayYear(int at) {
        int day = afterName(at);
        int digits = day < 0 ? 0 : run(day);
        int inDay = digits > 4 ? digits - 4 : digits;
        if (!isShort(inDay)) {
            return NONE;
        }
        first = number(day, inDay);
        int year = afterOrdinal(day + inDay);
        year = at(year) == ',' ? year + 1 : year;
        year = at(year) == ' ' || at(year) == '-' ? year + 1 : year;
        if (run(year) != 4 || !isCentury(year)) {
            return NONE;
        }
        third = number(year, 4);
        return year + 4;
    }

    private int nameDayShortYear(int at) {
        int day = afterName(at);
        int digits = day < 0 ? 0 : run(day);
        if (!isShort(digits)) {
            return NONE;
        }
        int sign = day + digits;
        if (at(sign) != '/') {
            sign = afterBlank(at(sign) == ',' ? sign + 1 : sign);
            if (at(sign) != '\'') {
                return NONE;
            }
        }
        if (run(sign + 1) != 2) {
            return NONE;
        }
        first = number(day, digits);
        third = number(sign + 1, 2);
        return sign + 3;
    }

    private int nameDay(int at) {
        int day = afterName(at);
        int digits = day < 0 ? 0 : run(day);
        if (!isShort(digits)) {
            return NONE;
        }
        first = number(day, digits);
        third = NONE;
        return afterOrdinal(day + digits);
    }

    /** Where the day behind a month's name begins, or -1 when there is no month. */
    private int afterName(int at) {
        int end = lettersEnd(at);
        if (!month(at, end)) {
            return NONE;
        }
        int day = at(end) == '.' ? end + 1 : end;
        return at(day) == ' ' || at(day) == '-' ? day + 1 : day;
    }

    private boolean month(int from, int to) {
        second = Months.number(text, from, to);
        return second > 0;
    }

    private int afterOrdinal(int at) {
        for (String each : ORDINALS) {
            if (isWord(at, each)) {
                return at + 2;
            }
        }
        return at;
    }

    private int afterOf(int at) {
        return isWord(at, "de") && at(at + 2) == ' ' ? at + 3 : at;
    }

    private boolean isWord(int at, String two) {
        return (at(at) | 0x20) == two.charAt(0) && (at(at + 1) | 0x20) == two.charAt(1);
    }

    private int afterBlank(int at) {
        return at(at) == ' ' ? at + 1 : at;
    }

    /** Behind the letters; signs within count where only they make it a month's name. */
    private int lettersEnd(int from) {
        int at = from;
        while (Character.isLetter(at(at))) {
            at++;
        }
        int whole = at;
        while (whole > from && isInName(whole)) {
            whole++;
        }
        return whole > at && Months.number(text, from, whole) > 0 ? whole : at;
    }

    private boolean isInName(int at) {
        char each = at(at);
        return Character.isLetter(each)
                || Character.getType(each) == Character.NON_SPACING_MARK
                || (each == '\'' || each == '-') && Character.isLetter(at(at + 1));
    }

    /** How many digits stand here. */
    private int run(int from) {
        int at = from;
        while (isDigit(at(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isShort(int digits) {
        return digits == 1 || digits == 2;
    }

    private boolean isCentury(int at) {
        return at(at) == '1' && at(at + 1) == '9' || at(at) == '2' && at(at + 1) == '0';
    }

    /** A Persian or Buddhist year. */
    private boolean isOfAnotherEra(int at) {
        return at(at) == '1' && (at(at + 1) == '3' || at(at + 1) == '4')
                || at(at) == '2' && at(at + 1) == '5';
    }

    private int number(int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    /** No letter, digit or part of a longer number follows. */
    private boolean isClosed(int at) {
        char next = at(at);
        boolean joins = next == '.' || next == ',' || next == ':' || next == '-';
        return !Character.isLetter(next)
                && !isDigit(next)
                && next != '/'
                && !(joins && isDigit(at(at + 1)));
    }

    private char at(int at) {
        return at < text.length ? text[at] : LineText.FAR;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }
}
