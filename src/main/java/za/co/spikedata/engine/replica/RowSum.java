package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Transaction;

/** What a row moves, as its figures with their signs; none when that cannot be told. */
final class RowSum {
    private RowSum() {}

    static Map<Integer, Long> of(Transaction row, Figures figures) {
        var variables = new ArrayList<Integer>();
        for (Cell cell : row.cells()) {
            switch (cell.column()) {
                case AMOUNT, DEBIT, CREDIT, FEE ->
                        figures.paper()
                                .figure(cell.place())
                                .flatMap(figures::moving)
                                .ifPresent(variables::add);
                case DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, BALANCE, OTHER -> {
                    // Moves nothing.
                }
            }
        }
        Map<Integer, Long> best = Map.of();
        int most = -1;
        int choices = (int) Math.pow(3, Math.min(variables.size(), 6));
        for (int choice = 0; choice < choices; choice++) {
            Map<Integer, Long> terms = new HashMap<>();
            long sum = 0;
            int rest = choice;
            int used = 0;
            for (int variable : variables) {
                int sign = rest % 3 - 1;
                rest /= 3;
                used += sign == 0 ? 0 : 1;
                sum += sign * figures.value(variable);
                terms.merge(variable, (long) sign, Long::sum);
            }
            if (sum == row.amount().cents() && used > most) {
                most = used;
                terms.values().removeIf(times -> times == 0);
                best = terms;
            }
        }
        return best;
    }
}
