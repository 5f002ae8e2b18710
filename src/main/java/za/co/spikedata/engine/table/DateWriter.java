package za.co.spikedata.engine.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints another day in the style of a date. */
public final class DateWriter {
    private static final Pattern RUN =
            Pattern.compile("(?<digits>\\d+)|(?<letters>[\\p{L}\\p{M}'’-]*\\p{L})");

    /** Years are counted from the Buddha's death on some papers. */
    private static final int LATEST_YEAR = 2400;

    private static final int BUDDHIST_YEARS = 543;
    private static final int CENTURY = 100;

    /** Between these, years are Persian or of the moon's calendar. */
    private static final int EARLIEST_OWN = 1300;

    private static final int FIRST_COMMON = 1500;

    /** A day that need not exist; year is -1 where none is known. */
    public record Day(int day, int month, int year) {
        public static Day of(LocalDate day) {
            return new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        }
    }

    private enum Part {
        DAY,
        MONTH,
        YEAR
    }

    private record Field(int from, int to, Part part) {}

    private DateWriter() {}

    /**
     * The token's text with another day in it, letter for letter as long; nothing when the day does
     * not fit: it needs two digits where one stands, or no name of its month is as long.
     *
     * @param was what the token says
     * @param monthFirst read a numeric date so where {@code was} fits both ways
     * @param padded a day of one digit may be printed as two
     */
    public static Optional<String> write(
            DateToken token, Day was, Day now, boolean monthFirst, boolean padded) {
        if (token.hasYear() && isOfAnotherCalendar(token)) {
            return Optional.empty();
        }
        var text = new StringBuilder(token.text());
        for (Field field : fields(token, was, monthFirst)) {
            String printed = token.text().substring(field.from, field.to);
            Optional<String> other =
                    switch (field.part) {
                        case DAY -> number(now.day, printed, padded || starts(printed));
                        case MONTH ->
                                Character.isDigit(printed.charAt(0))
                                        ? number(now.month, printed, padded || starts(printed))
                                        : Months.named(now.month, printed);
                        case YEAR -> year(now.year, printed);
                    };
            if (other.isEmpty()) {
                return Optional.empty();
            }
            text.replace(field.from, field.to, other.get());
        }
        return Optional.of(text.toString());
    }

    /** Its numbers are not the day's. */
    private static boolean isOfAnotherCalendar(DateToken token) {
        int year = Math.max(token.first(), token.third());
        boolean reign =
                token.form() == DateToken.Form.YEAR_FIRST
                        && !token.text().contains(Integer.toString(year))
                        && token.text().chars().anyMatch(each -> !Character.isDigit(each));
        return reign || year > EARLIEST_OWN && year < FIRST_COMMON;
    }

    /** A number that stands on one digit or begins with zero tells nothing of a style. */
    private static boolean starts(String printed) {
        return printed.charAt(0) == '0';
    }

    private static Optional<String> number(int value, String printed, boolean padded) {
        String plain = Integer.toString(value);
        if (plain.length() == printed.length()) {
            return Optional.of(plain);
        }
        return plain.length() < printed.length() && padded
                ? Optional.of("0" + plain)
                : Optional.empty();
    }

    private static Optional<String> year(int year, String printed) {
        if (printed.length() == 2) {
            return Optional.of("%02d".formatted(Math.floorMod(year, CENTURY)));
        }
        boolean buddhist = Integer.parseInt(printed) > LATEST_YEAR;
        return Optional.of(Integer.toString(buddhist ? year + BUDDHIST_YEARS : year));
    }

    /** Where day, month and year stand in the token's text. */
    private static List<Field> fields(DateToken token, Day was, boolean monthFirst) {
        var digits = new ArrayList<int[]>();
        var fields = new ArrayList<Field>();
        Matcher run = RUN.matcher(token.text());
        while (run.find()) {
            if (run.group("digits") != null) {
                digits.add(new int[] {run.start(), run.end()});
            } else if (Months.number(token.text().toCharArray(), run.start(), run.end()) > 0) {
                fields.add(new Field(run.start(), run.end(), Part.MONTH));
            }
        }
        boolean named = !fields.isEmpty();
        List<int[]> runs = parted(digits, token, named);
        List<Part> order = order(token, was, monthFirst, named);
        for (int i = 0; i < Math.min(runs.size(), order.size()); i++) {
            fields.add(new Field(runs.get(i)[0], runs.get(i)[1], order.get(i)));
        }
        return fields;
    }

    /** Digits printed as one are parted where day, month and year meet. */
    private static List<int[]> parted(List<int[]> digits, DateToken token, boolean named) {
        var runs = new ArrayList<int[]>();
        for (int[] run : digits) {
            int length = run[1] - run[0];
            if (named && length > 4) {
                runs.add(new int[] {run[0], run[1] - 4});
                runs.add(new int[] {run[1] - 4, run[1]});
            } else if (token.form() == DateToken.Form.YEAR_FIRST && length >= 6) {
                runs.add(new int[] {run[0], run[1] - 4});
                runs.add(new int[] {run[1] - 4, run[1] - 2});
                runs.add(new int[] {run[1] - 2, run[1]});
            } else {
                runs.add(run);
            }
        }
        return runs;
    }

    private static List<Part> order(DateToken token, Day was, boolean monthFirst, boolean named) {
        return switch (token.form()) {
            case NAMED -> List.of(Part.DAY, Part.YEAR);
            case YEAR_FIRST ->
                    named ? List.of(Part.YEAR, Part.DAY) : List.of(Part.YEAR, Part.MONTH, Part.DAY);
            case NUMERIC -> {
                boolean dayLeads = token.first() == was.day && token.second() == was.month;
                boolean monthLeads = token.first() == was.month && token.second() == was.day;
                if (dayLeads && !(monthLeads && monthFirst)) {
                    yield List.of(Part.DAY, Part.MONTH, Part.YEAR);
                }
                yield monthLeads
                        ? List.of(Part.MONTH, Part.DAY, Part.YEAR)
                        : List.of(Part.YEAR, Part.MONTH, Part.DAY);
            }
        };
    }

    /** 1 to 12 for a month's name, else 0. */
    public static int month(String word) {
        return Months.number(word.toCharArray(), 0, word.length());
    }

    /** Another month's name as long as this one, if it has one. */
    public static Optional<String> month(int month, String printed) {
        return Months.named(month, printed);
    }
}
