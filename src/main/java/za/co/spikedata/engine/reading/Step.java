package za.co.spikedata.engine.reading;

import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.RowLine;

/**
 * What a row turned out to be.
 *
 * @param balance the balance printed with it, if any
 * @param covered an equation that holds would break if its amount changed
 */
public record Step(RowLine row, Role role, Money amount, Optional<Money> balance, boolean covered) {
    /** The part a row plays. */
    public enum Role {
        TRANSACTION,
        OPENING,
        CLOSING,
        BROUGHT_FORWARD,
        CARRIED_FORWARD,
        TOTAL,
        MEMO,
        /** Stands outside the table. */
        OUTSIDE
    }

    Step as(Role changed) {
        return new Step(row, changed, amount, balance, covered);
    }

    Step asCovered() {
        return new Step(row, role, amount, balance, true);
    }
}
