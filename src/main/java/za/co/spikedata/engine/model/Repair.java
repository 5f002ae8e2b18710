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
 * @param place where the figure stands
 */
public record Repair(
        int transaction,
        Cell.Column column,
        Money printed,
        Money needed,
        double cost,
        Optional<Place> place) {}
