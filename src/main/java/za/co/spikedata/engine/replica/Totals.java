package za.co.spikedata.engine.replica;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.replica.Printed.Figure;
import za.co.spikedata.engine.table.MoneyToken;

/** Figures that are the sum of rows: all of one side, or those of a part that ends above. */
final class Totals {
    /** A total of less, in cents, may be one by chance. */
    private static final long TELLING = 100;

    private final Figures figures;
    private final Statement statement;
    private final List<Map<Integer, Long>> rows;

    /**
     * @param rows what each transaction moves, as figures with signs
     */
    Totals(Figures figures, Statement statement, List<Map<Integer, Long>> rows) {
        this.figures = figures;
        this.statement = statement;
        this.rows = rows;
    }

    void find() {
        if (rows.stream().anyMatch(Map::isEmpty)) {
            return;
        }
        for (Check.Broken broken : statement.proof().broken()) {
            if (broken.rule() == Check.Rule.PRINTED_TOTAL) {
                missed(broken);
            }
        }
        for (int i = 0; i < figures.paper().lines().size(); i++) {
            for (MoneyToken token : figures.paper().lines().get(i).money()) {
                if (token.strong()
                        && token.magnitude().cents() >= TELLING
                        && !figures.isKnown(token)) {
                    total(new Figure(i, token));
                }
            }
        }
    }

    private void total(Figure figure) {
        long cents = figure.token().magnitude().cents();
        boolean found =
                all(figure, cents, row -> row.amount().isNegative())
                        || all(figure, cents, row -> !row.amount().isNegative())
                        || all(figure, cents, _ -> true);
        if (!found) {
            int end = before(figure.line());
            part(end, cents).ifPresent(from -> sum(figure, from, end, _ -> true, 0));
        }
    }

    private boolean all(Figure figure, long cents, Predicate<Transaction> side) {
        List<Transaction> of = statement.transactions().stream().filter(side).toList();
        long sum = of.stream().mapToLong(row -> row.amount().cents()).sum();
        if (of.size() < 2 || Math.abs(sum) != cents) {
            return false;
        }
        sum(figure, 0, statement.transactions().size(), side, 0);
        return true;
    }

    /** Where the part of at least two rows begins that ends here and moves so much. */
    private Optional<Integer> part(int end, long cents) {
        long sum = 0;
        for (int i = end - 1; i >= 0; i--) {
            sum += statement.transactions().get(i).amount().cents();
            if (i < end - 1 && Math.abs(sum) == cents) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** How many transactions are printed above a line. */
    private int before(int line) {
        int count = 0;
        for (Transaction row : statement.transactions()) {
            boolean above =
                    row.cells().stream()
                            .filter(cell -> cell.column() != Cell.Column.DESCRIPTION)
                            .map(cell -> figures.paper().figure(cell.place()))
                            .flatMap(Optional::stream)
                            .anyMatch(each -> each.line() < line);
            count += above ? 1 : 0;
        }
        return count;
    }

    /** A total that its part does not reach. */
    private void missed(Check.Broken broken) {
        if (broken.place().isEmpty() || broken.expected().isEmpty()) {
            return;
        }
        int end = broken.transaction();
        long expected = Math.abs(broken.expected().get().cents());
        figures.paper()
                .figure(broken.place().get())
                .ifPresent(figure ->
                        part(end, expected)
                                .ifPresent(from -> {
                                    long printed = figure.token().magnitude().cents();
                                    sum(figure, from, end, _ -> true, printed - expected);
                                }));
    }

    private void sum(
            Figure figure, int from, int to, Predicate<Transaction> side, long difference) {
        Map<Integer, Long> terms = new TreeMap<>();
        long sum = 0;
        for (int i = from; i < to; i++) {
            Transaction row = statement.transactions().get(i);
            if (side.test(row)) {
                rows.get(i).forEach((variable, times) -> terms.merge(variable, times, Long::sum));
                sum += row.amount().cents();
            }
        }
        long sign = sum < 0 ? 1 : -1;
        Optional<Integer> total = figures.standing(figure);
        if (total.isEmpty()) {
            return;
        }
        terms.merge(total.get(), sign, Long::sum);
        if (difference != 0) {
            terms.merge(
                    figures.difference(Math.abs(difference)),
                    difference > 0 ? -sign : sign,
                    Long::sum);
        }
        terms.values().removeIf(times -> times == 0);
        figures.equations().sum(terms, List.of(total.get()));
    }
}
