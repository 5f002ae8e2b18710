package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Reads tables whose amounts print no side at all: the balance before and after each row tells it,
 * and the amount must be what the balance moved by.
 */
final class Sided {
    /** So many in ten rows must print what the balance moved by. */
    private static final int MOST_OF_TEN = 9;

    private static final int FEWEST_ROWS = 3;

    private final Grid grid;
    private final Ends ends;

    Sided(Grid grid, Ends ends) {
        this.grid = grid;
        this.ends = ends;
    }

    /** A reading in which every balance follows, if there is one. */
    Optional<Reading> find() {
        int columns = grid.columns().size();
        boolean falls = Direction.ofRows(grid.rows()) == Direction.FALLING;
        for (int balance = 0; balance < columns; balance++) {
            for (int amount = 0; amount < columns; amount++) {
                if (amount == balance || !isUnsigned(amount)) {
                    continue;
                }
                for (boolean newestFirst : List.of(falls, !falls)) {
                    Optional<Reading> reading = reading(amount, balance, newestFirst);
                    if (reading.isPresent()) {
                        return reading;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isUnsigned(int column) {
        boolean any = false;
        for (RowLine row : grid.rows()) {
            Optional<MoneyToken> cell = row.cells().get(column);
            if (cell.isPresent()) {
                any = true;
                if (cell.get().bearsSign()) {
                    return false;
                }
            }
        }
        return any;
    }

    private Optional<Reading> reading(int amount, int balance, boolean newestFirst) {
        for (MarkRule balances : Marks.of(grid.rows()).rules(balance)) {
            Rules rules = rules(amount, balance, balances, newestFirst);
            Optional<List<RowLine>> rows = sided(amount, rules);
            if (rows.isEmpty()) {
                continue;
            }
            var told =
                    new Grid(
                            grid.section(),
                            grid.dateLeft(),
                            grid.columns(),
                            rows.get(),
                            grid.parts(),
                            grid.edges(),
                            grid.joined());
            var segments = Chain.follow(rows.get(), rules, ends.openings(), ends.closings());
            boolean follows = segments.stream().allMatch(segment -> segment.breaks().isEmpty());
            if (follows && segments.stream().anyMatch(each -> each.holds() >= FEWEST_ROWS)) {
                return Optional.of(new Reading(told, rules, segments));
            }
        }
        return Optional.empty();
    }

    private Rules rules(int amount, int balance, MarkRule balances, boolean newestFirst) {
        var signs = new ArrayList<>(Collections.nCopies(grid.columns().size(), 0));
        signs.set(amount, 1);
        return new Rules(balance, signs, MarkRule.WORD_IN_ROW, balances, 1, newestFirst, List.of());
    }

    /** The rows with their sides; nothing when the amounts are not what the balance moves by. */
    private Optional<List<RowLine>> sided(int amount, Rules rules) {
        var rows = new ArrayList<>(rules.newestFirst() ? grid.rows().reversed() : grid.rows());
        Optional<Money> before = Optional.empty();
        int told = 0;
        int untold = 0;
        for (int i = 0; i < rows.size(); i++) {
            RowLine row = rows.get(i);
            Optional<Money> after = rules.balance(row);
            if (after.isEmpty()) {
                untold += row.isDated() && row.name() == Name.NONE ? 1 : 0;
                continue;
            }
            Optional<MoneyToken> cell = row.cells().get(amount);
            if (cell.isPresent() && row.name() == Name.NONE) {
                int side = side(cell.get().magnitude(), before, after.get());
                rows.set(i, row.withSide(side));
                told += side == 0 ? 0 : 1;
                untold += side == 0 ? 1 : 0;
            }
            before = after;
        }
        if (told < FEWEST_ROWS || told < (told + untold) * MOST_OF_TEN / 10) {
            return Optional.empty();
        }
        return Optional.of(rules.newestFirst() ? rows.reversed() : rows);
    }

    /** +1 or -1 where the amount leads from one balance to the next; 0 where it does not. */
    private int side(Money magnitude, Optional<Money> before, Money after) {
        Money up = after.minus(magnitude);
        Money down = after.plus(magnitude);
        boolean rises = before.isPresent() ? before.get().equals(up) : ends.openings().contains(up);
        boolean falls =
                before.isPresent() ? before.get().equals(down) : ends.openings().contains(down);
        return rises == falls ? 0 : rises ? 1 : -1;
    }
}
