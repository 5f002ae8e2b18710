package za.co.spikedata.engine.verify;

/**
 * Why a result is refused.
 *
 * @param statement index in the result, from 1
 * @param transaction id of the row, 0 when it is no single row's
 */
public record Problem(Kind kind, int statement, int transaction) {
    /** What does not hold. */
    public enum Kind {
        /** Nothing in it claims to be proven. */
        NOT_PROVEN,
        /** A check is broken, or the check without which nothing is proven is missing. */
        CHECKS,
        /** Rows are not numbered 1 to n. */
        NUMBERING,
        /** Rows do not follow one another on the paper, or stand on the same place. */
        PLACES,
        /** A balance does not follow from the one before it. */
        BALANCE,
        /** Opening plus all rows is not closing. */
        ENDS,
        /** No equation of printed figures holds the row's amount. */
        UNSUPPORTED,
        /** An amount or balance is not the figure its cells print. */
        FIGURE,
        /** A sign differs from that of other rows printed alike. */
        SIGN,
        /** A date is not the one its cell prints. */
        DATE,
        /** Dates are out of the order that is claimed. */
        ORDER,
        /** A date is outside the period that is claimed. */
        PERIOD,
        /** A check is claimed for another number of rows than there are. */
        COUNT,
        /** A cell's text does not stand on the PDF where the result says. */
        NOT_ON_PAPER
    }
}
