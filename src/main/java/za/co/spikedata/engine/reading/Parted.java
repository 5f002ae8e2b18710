package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Reads tables whose headings, such as Deposits and Withdrawals, give their rows the sign: tries
 * every sign for every part until opening plus all rows is closing.
 */
final class Parted {
    /** More parts than these make chance too likely a judge. */
    private static final int MOST_PARTS = 6;

    private final Grid grid;
    private final Ends ends;

    Parted(Grid grid, Ends ends) {
        this.grid = grid;
        this.ends = ends;
    }

    /**
     * The only signs that lead from opening to closing; nothing when there are none, or several.
     */
    Optional<Reading> find() {
        List<Integer> used =
                grid.rows().stream().filter(Parted::moves).map(RowLine::part).distinct().toList();
        if (used.size() < 2 || used.size() > MOST_PARTS) {
            return Optional.empty();
        }
        var found = new ArrayList<Rules>();
        for (int column = 0; column < grid.columns().size(); column++) {
            for (int mask = 0; mask < 1 << used.size(); mask++) {
                Rules rules = rules(column, used, mask);
                if (ends.meet(sum(rules), rules)) {
                    found.add(rules);
                }
            }
        }
        return found.size() == 1 ? Optional.of(reading(found.getFirst())) : Optional.empty();
    }

    private Reading reading(Rules rules) {
        return new Reading(
                grid, rules, Chain.follow(grid.rows(), rules, ends.openings(), ends.closings()));
    }

    private Rules rules(int column, List<Integer> used, int mask) {
        var signs = new ArrayList<Integer>();
        for (int i = 0; i < grid.columns().size(); i++) {
            signs.add(i == column ? 1 : 0);
        }
        var parts = new ArrayList<Integer>();
        for (int i = 0; i < grid.parts().size(); i++) {
            int at = used.indexOf(i);
            parts.add(at >= 0 && (mask >> at & 1) == 1 ? -1 : 1);
        }
        return new Rules(
                -1, signs, MarkRule.PLAIN_AS_SIGNED, MarkRule.PLAIN_AS_SIGNED, 1, false, parts);
    }

    private Money sum(Rules rules) {
        return grid.rows().stream()
                .filter(Parted::moves)
                .map(rules::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static boolean moves(RowLine row) {
        return row.name() == Name.NONE && (row.isDated() || row.inherited().isPresent());
    }
}
