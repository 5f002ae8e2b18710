package za.co.spikedata.engine.table;

import za.co.spikedata.engine.model.Box;

/**
 * A date as printed. What its parts mean may depend on the rest of the paper.
 *
 * @param first the parts in printed order; for {@link Form#NAMED} and {@link Form#YEAR_FIRST}
 *     already day, month, year
 * @param third -1 when the paper prints two parts; a year of two digits as such
 * @param weak digits that are a date only if their column says so
 */
public record DateToken(
        int firstWord,
        int lastWord,
        Form form,
        int first,
        int second,
        int third,
        boolean weak,
        Box box,
        String text) {
    private static final int SIX = 6;

    /** What is known of the order of a date's parts. */
    public enum Form {
        /** Day, month (by name), year. */
        NAMED,
        /** Printed year, month, day; kept as day, month, year. */
        YEAR_FIRST,
        /** Numbers whose order the paper as a whole must tell. */
        NUMERIC
    }

    /** Whether both print the same parts, however they are to be read. */
    public boolean saysSameAs(DateToken other) {
        return form == other.form
                && first == other.first
                && second == other.second
                && third == other.third;
    }

    /** Six bare digits, of which either end may be the day. */
    public boolean isSixDigits() {
        return weak && form == Form.YEAR_FIRST && text.length() == SIX;
    }

    /** The same digits, day and year in each other's place. */
    public DateToken turned() {
        return new DateToken(firstWord, lastWord, form, third, second, first, weak, box, text);
    }

    public boolean hasYear() {
        return third >= 0;
    }
}
