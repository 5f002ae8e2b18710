package za.co.spikedata.engine.model;

import java.util.Optional;

/**
 * The smallest change of one printed figure that would make the arithmetic hold; an offer, never
 * applied.
 *
 * @param transaction id of the row, 0 for the opening or closing balance
 * @param column what the figure is
 * @param printed as it was read
 * @param needed what it would have to be
 * @param cost how unlike a slip of print or reading the change is; the least comes first
 * @param alike how many changes, this among them, explain the paper as well; nothing where none
 *     does but this
 * @param place where the figure stands
 */
public record Repair(
        int transaction,
        Cell.Column column,
        Money printed,
        Money needed,
        double cost,
        Optional<Integer> alike,
        Optional<Place> place) {
    /** The same, one of so many that explain the paper alike. */
    public Repair amid(long many) {
        Optional<Integer> told = many > 1 ? Optional.of((int) many) : Optional.empty();
        return new Repair(transaction, column, printed, needed, cost, told, place);
    }
}
