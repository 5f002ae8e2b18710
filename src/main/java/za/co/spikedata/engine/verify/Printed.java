package za.co.spikedata.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import za.co.spikedata.engine.model.Money;

/** What the text of a cell says, by its digits and signs alone. */
final class Printed {
    private static final int CENTURY = 100;
    private static final int SHORT_DATE = 6;
    private static final int LONG_DATE = 8;

    private Printed() {}

    /**
     * Digits as thousandths: the last sign before one or two digits parts them off, before three
     * where the paper counts in thousandths.
     */
    static long thousandths(String text, boolean fine) {
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (int i = 0; i < text.length() && digits < 17; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                value = value * 10 + digit;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (isDecimalSign(text, i, fine ? 3 : 2)) {
                decimals = 0;
            }
        }
        return switch (decimals) {
            case 1 -> value * 100;
            case 2 -> value * 10;
            case 3 -> value;
            default -> value * 1_000;
        };
    }

    /** A point or comma with one digit or more, and then no more. */
    private static boolean isDecimalSign(String text, int at, int most) {
        if (".,\u066B\uFF0E\uFF0C".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        int after = 0;
        int i = at + 1;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            after++;
            i++;
        }
        return after >= 1
                && after <= most
                && text.substring(i).chars().noneMatch(Character::isDigit);
    }

    static boolean isFigure(String text, Money money, boolean fine) {
        return thousandths(text, fine) == Math.abs(money.thousandths());
    }

    /** The signs and letters beside a figure, without its digits, blanks and separators. */
    static String signs(String text) {
        var signs = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!Character.isDigit(each)
                    && !Character.isWhitespace(each)
                    && ".,'*#".indexOf(each) < 0) {
                signs.append(each);
            }
        }
        return signs.toString();
    }

    /** A year printed in full. */
    static OptionalInt year(String text) {
        return numbers(text).stream()
                .filter(each -> each.length() == 4 || each.length() == LONG_DATE)
                .mapToInt(each -> Integer.parseInt(each.substring(0, 4)))
                .findFirst();
    }

    /**
     * Whether the numbers of a printed date fit the day: its day, and its year if one is printed.
     *
     * @param dayFirst six bare digits begin with the day, and not with the year
     */
    static boolean isDay(String text, Reckoning.Numbers day, boolean dayFirst) {
        List<String> numbers = numbers(text);
        if (numbers.size() == 1 && numbers.getFirst().length() >= SHORT_DATE) {
            return isGlued(numbers.getFirst(), day, dayFirst);
        }
        boolean hasDay = numbers.stream().anyMatch(each -> Integer.parseInt(each) == day.day());
        boolean hasMonth =
                text.chars().anyMatch(Character::isLetter)
                        || numbers.stream().anyMatch(each -> Integer.parseInt(each) == day.month());
        boolean hasYear =
                numbers.stream()
                        .filter(each -> each.length() == 4)
                        .allMatch(each -> Integer.parseInt(each) == day.year());
        return hasDay && hasMonth && hasYear;
    }

    /** Eight digits begin with the year. */
    private static boolean isGlued(String digits, Reckoning.Numbers day, boolean dayFirst) {
        if (digits.length() == LONG_DATE) {
            return digits.equals("%04d%02d%02d".formatted(day.year(), day.month(), day.day()));
        }
        return digits.equals(sixDigits(day, dayFirst));
    }

    private static String sixDigits(Reckoning.Numbers day, boolean dayFirst) {
        int year = day.year() % CENTURY;
        return dayFirst
                ? "%02d%02d%02d".formatted(day.day(), day.month(), year)
                : "%02d%02d%02d".formatted(year, day.month(), day.day());
    }

    /** Six bare digits that fit the day only when they begin with it, and not with the year. */
    static boolean isDayFirst(String text, Reckoning.Numbers day) {
        List<String> numbers = numbers(text);
        return numbers.size() == 1
                && numbers.getFirst().equals(sixDigits(day, true))
                && !numbers.getFirst().equals(sixDigits(day, false));
    }

    private static List<String> numbers(String text) {
        var numbers = new ArrayList<String>();
        var number = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 10) : -1;
            if (digit >= 0 && number.length() < LONG_DATE) {
                number.append(digit);
            } else if (!number.isEmpty()) {
                numbers.add(number.toString());
                number.setLength(0);
            }
        }
        return numbers;
    }
}
