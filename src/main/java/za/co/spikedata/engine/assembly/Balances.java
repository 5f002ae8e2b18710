package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Transaction;

/**
 * Gives every row of a running balance its balance, where the paper prints one only now and then:
 * counted back from the next printed balance, or on from the last. Such a row has no balance cell.
 */
final class Balances {
    private Balances() {}

    /**
     * @param rows in printed order
     * @param runsFrom the balance before the oldest row
     */
    static List<Transaction> filled(
            List<Transaction> rows, boolean newestFirst, Optional<Money> runsFrom) {
        var filled = new ArrayList<>(newestFirst ? rows.reversed() : rows);
        Optional<Money> after = Optional.empty();
        for (int i = filled.size() - 1; i >= 0; i--) {
            Transaction row = filled.get(i);
            filled.set(i, row.balance().isPresent() ? row : row.withBalance(after));
            after = filled.get(i).balance().map(balance -> balance.minus(row.amount()));
        }
        Optional<Money> before = runsFrom;
        for (int i = 0; i < filled.size(); i++) {
            Transaction row = filled.get(i);
            if (row.balance().isEmpty()) {
                filled.set(i, row.withBalance(before.map(row.amount()::plus)));
            }
            before = filled.get(i).balance();
        }
        if (newestFirst) {
            Collections.reverse(filled);
        }
        return List.copyOf(filled);
    }
}
