package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary;

/**
 * Reads a table of one row whose ends are printed elsewhere: no balance in the table can follow
 * from another, but the row's own is the closing balance and what was before it the opening one.
 */
final class Lone {
    private final Grid grid;
    private final Ends ends;
    private final Marks marks;

    Lone(Grid grid, Ends ends) {
        this.grid = grid;
        this.ends = ends;
        this.marks = Marks.of(grid.rows());
    }

    /** The likeliest of the readings that lead from one end to the other. */
    Optional<Reading> find() {
        if (grid.rows().stream().filter(Lone::isMoved).count() != 1) {
            return Optional.empty();
        }
        Reading best = null;
        double most = 0;
        for (int balance = 0; balance < grid.columns().size(); balance++) {
            if (Search.runs(grid.rows(), balance)) {
                var habits = Habits.of(grid.rows(), balance);
                for (Rules rules : rules(balance)) {
                    var segments =
                            Chain.follow(grid.rows(), rules, ends.openings(), ends.closings());
                    double prior = Search.prior(grid.columns(), rules, habits);
                    if (prior > most && leads(segments, rules)) {
                        best = new Reading(grid, rules, segments);
                        most = prior;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Rules> rules(int balance) {
        var rules = new ArrayList<Rules>();
        for (MarkRule balances : marks.rules(balance)) {
            for (MarkRule amounts : marks.rulesBut(balance)) {
                for (List<Integer> signs : Search.signs(grid.columns().size(), balance)) {
                    rules.add(new Rules(balance, signs, amounts, balances, 1, false, List.of()));
                }
            }
        }
        return rules;
    }

    /** Whether a row may be of money that was moved. */
    private static boolean isMoved(RowLine row) {
        return row.name() == Vocabulary.Name.NONE
                && row.cells().stream().anyMatch(Optional::isPresent);
    }

    private boolean leads(List<Segment> segments, Rules rules) {
        if (segments.size() != 1 || segments.getFirst().transactions().size() != 1) {
            return false;
        }
        Step only = segments.getFirst().transactions().getFirst();
        return segments.getFirst().breaks().isEmpty()
                && !only.amount().isZero()
                && only.balance().filter(ends.closings()::contains).isPresent()
                && ends.meet(only.amount(), rules);
    }
}
