package za.co.spikedata.engine.reading;

import java.util.Optional;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.MoneyToken.Mark;

/** What a figure without letters means beside figures with letters. */
public enum MarkRule {
    /** Cr adds, Dr takes away, the sign decides for the rest. */
    PLAIN_AS_SIGNED,
    /** Only figures marked Cr add; the rest takes away. */
    PLAIN_IS_DEBIT,
    /** A word in the row says the side; letters beside the figure are notes. */
    WORD_IN_ROW;

    /** The figure in thousandths; the side word is +1, -1 or 0. */
    long read(Optional<MoneyToken> cell, int side) {
        if (cell.isEmpty()) {
            return 0;
        }
        MoneyToken token = cell.get();
        long magnitude = token.magnitude().thousandths();
        long signed = token.signed().thousandths();
        return switch (this) {
            case PLAIN_AS_SIGNED -> marked(token.mark(), magnitude, signed);
            case PLAIN_IS_DEBIT -> marked(token.mark(), magnitude, -signed);
            case WORD_IN_ROW -> side == 0 ? signed : side * magnitude;
        };
    }

    private static long marked(Mark mark, long magnitude, long plain) {
        return switch (mark) {
            case NONE -> plain;
            case CREDIT -> magnitude;
            case DEBIT -> -magnitude;
        };
    }
}
