package za.co.spikedata.engine.model;

import java.util.Optional;

/** One equation or rule of a proof and how it came out. */
public sealed interface Check {
    Rule rule();

    /** Holds {@code times} times, never zero: a rule that was applied to nothing is not printed. */
    record Holds(Rule rule, int times) implements Check {
        public Holds {
            if (times < 1) {
                throw new IllegalArgumentException("A check of nothing holds nothing: " + rule);
            }
        }
    }

    /**
     * Does not hold.
     *
     * @param transaction id of the row it breaks at, 0 when it is no single row's
     * @param expected what the rule demands and {@code printed} what the paper says; absent for
     *     rules that are not about money
     */
    record Broken(
            Rule rule,
            int transaction,
            Optional<Money> expected,
            Optional<Money> printed,
            Optional<Place> place)
            implements Check {}

    /** The paper does not print what the rule needs. */
    record NotPrinted(Rule rule) implements Check {}

    /** The rules a statement can be held to. */
    enum Rule {
        /** Each printed balance is the one before it plus the rows between. */
        BALANCE_CHAIN,
        /** Opening plus all rows is closing. */
        OPENING_TO_CLOSING,
        /** A printed total of money in, money out or of a section is the sum of its rows. */
        PRINTED_TOTAL,
        /** A printed number of rows is the number read. */
        PRINTED_COUNT,
        /** A balance carried over a page or section equals the chain there. */
        CARRIED_FORWARD,
        /** Dates never go back (or never forward, newest first). */
        DATE_ORDER,
        /** Every date lies in the printed period. */
        DATE_IN_PERIOD,
        /** Every token of the table belongs to one row or to named furniture. */
        COVERAGE
    }
}
