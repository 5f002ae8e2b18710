package za.co.spikedata.engine.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Transaction;

/**
 * Sums of rows that the paper prints somewhere beside them, such as total debits in a summary or
 * the total of a day. A sum that is printed speaks for its rows as they are read; one that only a
 * changed amount leads to speaks for the change. No words are needed: that a figure is equal to a
 * sum by chance is far less likely than a misprint.
 */
final class PrintedSums {
    /** Rows that go out or come in; of one day or part of the paper, or of all where both miss. */
    private record Group(boolean out, Optional<LocalDate> day, Optional<String> part) {}

    private final Map<Group, Money> sums = new HashMap<>();
    private final Map<Group, Integer> sizes = new HashMap<>();
    private final Set<Money> printed;

    /**
     * @param printed figures that stand outside the rows, without their signs
     */
    PrintedSums(List<Transaction> rows, Set<Money> printed) {
        this.printed = printed;
        if (!printed.isEmpty()) {
            for (Transaction row : rows) {
                for (Group group : groups(row, row.amount())) {
                    sums.merge(group, row.amount(), Money::plus);
                    sizes.merge(group, 1, Integer::sum);
                }
            }
        }
    }

    /** How many more sums would be printed if the row's amount were another; may be negative. */
    int support(Transaction row, Money needed) {
        if (printed.isEmpty()) {
            return 0;
        }
        Map<Group, Money> changes = new HashMap<>();
        groups(row, row.amount())
                .forEach(group -> changes.merge(group, row.amount().negated(), Money::plus));
        groups(row, needed).forEach(group -> changes.merge(group, needed, Money::plus));
        int support = 0;
        for (Map.Entry<Group, Money> change : changes.entrySet()) {
            if (sizes.getOrDefault(change.getKey(), 0) > 1) {
                Money sum = sums.getOrDefault(change.getKey(), Money.ZERO);
                support += isPrinted(sum.plus(change.getValue())) ? 1 : 0;
                support -= isPrinted(sum) ? 1 : 0;
            }
        }
        return support;
    }

    /** Whether the figure, such as a balance, stands beside the rows as well. */
    boolean isPrinted(Money sum) {
        return !sum.isZero() && printed.contains(sum.isNegative() ? sum.negated() : sum);
    }

    private static List<Group> groups(Transaction row, Money amount) {
        boolean out = amount.isNegative();
        var groups = new ArrayList<Group>();
        groups.add(new Group(out, Optional.empty(), Optional.empty()));
        groups.add(new Group(out, Optional.of(row.date()), Optional.empty()));
        if (row.category().isPresent()) {
            groups.add(new Group(out, Optional.empty(), row.category()));
        }
        return groups;
    }
}
