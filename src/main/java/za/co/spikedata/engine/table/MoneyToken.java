package za.co.spikedata.engine.table;

import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Money;

/**
 * A figure as printed, its sign not yet understood.
 *
 * @param firstWord index of its first word in the line, {@code lastWord} of its last
 * @param magnitude never negative
 * @param minus a minus sign or parentheses stand with it
 * @param mark the letters that tell the side, if any
 * @param strong it looks like money wherever it stands; a bare whole number does not
 * @param embedded text touches its left, as in "fee R5.00"
 * @param numberRight right edge of the word that holds the last digit, in points
 */
public record MoneyToken(
        int firstWord,
        int lastWord,
        Money magnitude,
        boolean minus,
        boolean plus,
        Mark mark,
        boolean strong,
        boolean embedded,
        double numberRight,
        Box box,
        String text) {
    /** What the letters beside a figure say. */
    public enum Mark {
        NONE,
        CREDIT,
        DEBIT
    }

    /** The figure with its minus applied and its letters ignored. */
    public Money signed() {
        return minus ? magnitude.negated() : magnitude;
    }

    /** A sign or letters tell its side. */
    public boolean bearsSign() {
        return minus || plus || mark != Mark.NONE;
    }
}
