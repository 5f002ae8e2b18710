package za.co.spikedata.engine.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Repair;
import za.co.spikedata.engine.model.Transaction;

/**
 * Finds the single figures whose change would mend a statement that does not add up, the likeliest
 * first: of two ways to mend a balance that does not follow, the one that the rows after it bear
 * out, or a sum that the paper prints; then the one nearest to what is printed; then the one after
 * which the figure is more usual among the statement's others. Between two printed balances any
 * row's amount may be the wrong one: where several rows share one balance, no arithmetic can tell,
 * and the order is a likelihood.
 */
public final class Repairs {
    private static final int MOST = 5;

    /** Changes whose costs are no further apart are as much of a slip as each other. */
    private static final double ALIKE = 0.25;

    /** A change that the next row's balance contradicts. */
    private static final double CONTRADICTED_BY_NEXT = 10;

    /** A change at an end, where no further row bears it out. */
    private static final double UNSUPPORTED = 0.5;

    /** A change after which one more sum of rows, or an end, is printed beside the rows. */
    private static final double SUMMED = 2;

    /** A second wrong digit is this many powers of ten less likely than the first. */
    private static final double NEXT_SLIP = 3;

    private final List<Transaction> rows;
    private final Usual usual;
    private final PrintedSums sums;
    private final Optional<Figure> opening;
    private final Optional<Figure> closing;
    private final List<Offer> found = new ArrayList<>();

    /**
     * A change that may be meant.
     *
     * @param unlike how much speaks against it, but for how usual the figure becomes
     */
    private record Offer(Repair repair, double unlike) {}

    private Repairs(
            List<Transaction> rows,
            Optional<Figure> opening,
            Optional<Figure> closing,
            Set<Money> apart) {
        this.rows = rows;
        this.usual = new Usual(rows);
        this.sums = new PrintedSums(rows, apart);
        this.opening = opening;
        this.closing = closing;
    }

    /**
     * @param rows oldest first; a balance that no cell prints is not asked about
     * @param breaks balances that do not follow, those that no row prints among them
     * @param apart figures that stand outside the rows, without their signs
     */
    public static List<Repair> of(
            List<Transaction> rows,
            Optional<Figure> opening,
            Optional<Figure> closing,
            List<Claims.Fault> breaks,
            Set<Money> apart) {
        var repairs = new Repairs(rows, opening, closing, apart);
        repairs.carried(breaks);
        if (rows.stream().anyMatch(Repairs::printsBalance)) {
            repairs.alone(breaks);
            repairs.chain();
        } else {
            repairs.ends();
        }
        return repairs.found.stream()
                .sorted(Comparator.comparingDouble(each -> each.repair().cost()))
                .limit(MOST)
                .map(each -> each.repair().amid(repairs.alike(each)))
                .toList();
    }

    /** How many changes are neither more of a slip nor less borne out than this one. */
    private long alike(Offer offer) {
        return found.stream()
                .filter(each -> Math.abs(each.unlike() - offer.unlike()) < ALIKE)
                .count();
    }

    /** A balance carried over wrongly breaks twice: where it stands and where rows go on. */
    private void carried(List<Claims.Fault> breaks) {
        for (int i = 1; i < breaks.size(); i++) {
            Claims.Fault fault = breaks.get(i - 1);
            boolean isUndone =
                    fault.transaction() == 0
                            && breaks.get(i).expected().equals(fault.printed())
                            && breaks.get(i).printed().equals(fault.expected());
            if (isUndone) {
                add(fault, 0);
            }
        }
    }

    /** No row's balance breaks, only one that stands on a line of its own. */
    private void alone(List<Claims.Fault> breaks) {
        if (breaks.size() == 1 && breaks.getFirst().transaction() == 0) {
            add(breaks.getFirst(), UNSUPPORTED);
        }
    }

    private void add(Claims.Fault fault, double penalty) {
        add(new Figure(fault.printed(), fault.place()), fault.expected(), penalty);
    }

    private void chain() {
        Optional<Money> before = opening.map(Figure::money);
        Optional<Transaction> unheld = Optional.empty();
        int since = 0;
        for (int i = 0; i < rows.size(); i++) {
            Transaction row = rows.get(i);
            if (!printsBalance(row)) {
                continue;
            }
            Money printed = row.balance().orElseThrow();
            Money moved = sum(since, i);
            if (before.isPresent() && !before.get().plus(moved).equals(printed)) {
                boolean bearsOut = mend(since, i, before.get(), unheld);
                before = Optional.of(bearsOut ? before.get().plus(moved) : printed);
                unheld = Optional.empty();
            } else {
                unheld = before.isPresent() ? Optional.empty() : Optional.of(row);
                before = Optional.of(printed);
            }
            since = i + 1;
        }
        if (before.isPresent() && closing.isPresent()) {
            mendEnd(since, before.get());
        }
    }

    /** The last balance and the rows after it may lead elsewhere than to the closing balance. */
    private void mendEnd(int from, Money before) {
        Figure end = closing.orElseThrow();
        Money expected = before.plus(sum(from, rows.size() - 1));
        Money difference = end.money().minus(expected);
        if (difference.isZero()) {
            return;
        }
        add(end, expected, 0);
        for (int i = from; i < rows.size(); i++) {
            Transaction each = rows.get(i);
            add(each, Cell.Column.AMOUNT, each.amount(), each.amount().plus(difference), 0);
        }
    }

    /**
     * Whether the rows after it speak for a misprinted balance rather than a misread amount.
     *
     * @param unheld the row of the balance before, where nothing holds that one
     */
    private boolean mend(int from, int to, Money before, Optional<Transaction> unheld) {
        Transaction row = rows.get(to);
        Money expected = before.plus(sum(from, to));
        Money printed = row.balance().orElseThrow();
        Money difference = printed.minus(expected);
        Optional<Boolean> next = follows(to, expected);
        Optional<Boolean> nextAsPrinted = follows(to, printed);
        double forBalance = penalty(next);
        double forAmount = penalty(nextAsPrinted);
        add(row, Cell.Column.BALANCE, printed, expected, forBalance);
        for (int i = from; i <= to; i++) {
            Transaction each = rows.get(i);
            add(each, Cell.Column.AMOUNT, each.amount(), each.amount().plus(difference), forAmount);
        }
        unheld.ifPresent(
                each -> add(each, Cell.Column.BALANCE, before, before.plus(difference), forAmount));
        if (from == 0 && opening.isPresent()) {
            Figure figure = opening.get();
            add(figure, figure.money().plus(difference), forAmount);
        }
        return next.orElse(false);
    }

    private static double penalty(Optional<Boolean> borneOut) {
        return borneOut.map(yes -> yes ? 0 : CONTRADICTED_BY_NEXT).orElse(UNSUPPORTED);
    }

    /** Whether the next printed balance, or closing after the last, follows from a balance. */
    private Optional<Boolean> follows(int at, Money balance) {
        Money moved = Money.ZERO;
        for (int i = at + 1; i < rows.size(); i++) {
            moved = moved.plus(rows.get(i).amount());
            if (printsBalance(rows.get(i))) {
                return Optional.of(balance.plus(moved).equals(rows.get(i).balance().orElseThrow()));
            }
        }
        Money end = balance.plus(moved);
        return closing.map(Figure::money).map(end::equals);
    }

    private void ends() {
        if (opening.isEmpty() || closing.isEmpty()) {
            return;
        }
        Money expected = opening.get().money().plus(sum(0, rows.size() - 1));
        Money difference = closing.get().money().minus(expected);
        if (difference.isZero()) {
            return;
        }
        for (Transaction row : rows) {
            add(row, Cell.Column.AMOUNT, row.amount(), row.amount().plus(difference), 0);
        }
        add(opening.get(), opening.get().money().plus(difference), 0);
        add(closing.get(), expected, 0);
    }

    private void add(Figure end, Money needed, double penalty) {
        double unlike =
                Slips.cost(end.money(), needed) + penalty - (sums.isPrinted(needed) ? SUMMED : 0);
        offer(0, Cell.Column.BALANCE, end.money(), needed, unlike, 0, Optional.of(end.place()));
    }

    private void add(
            Transaction row, Cell.Column column, Money printed, Money needed, double penalty) {
        Optional<Place> place =
                row.cells().stream()
                        .filter(cell -> isIn(cell.column(), column))
                        .map(Cell::place)
                        .findFirst();
        boolean moves = column == Cell.Column.AMOUNT;
        double unlike =
                Slips.cost(printed, needed)
                        + penalty
                        - (moves ? SUMMED * sums.support(row, needed) : 0);
        double gain = moves ? usual.gain(row, needed) / NEXT_SLIP : 0;
        offer(row.id(), column, printed, needed, unlike, gain, place);
    }

    private void offer(
            int transaction,
            Cell.Column column,
            Money printed,
            Money needed,
            double unlike,
            double gain,
            Optional<Place> place) {
        var repair =
                new Repair(
                        transaction,
                        column,
                        printed,
                        needed,
                        unlike - gain,
                        Optional.empty(),
                        place);
        found.add(new Offer(repair, unlike));
    }

    private static boolean isIn(Cell.Column printed, Cell.Column asked) {
        return switch (printed) {
            case BALANCE -> asked == Cell.Column.BALANCE;
            case AMOUNT, DEBIT, CREDIT, FEE -> asked == Cell.Column.AMOUNT;
            case DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> false;
        };
    }

    private Money sum(int from, int to) {
        Money sum = Money.ZERO;
        for (int i = from; i <= to; i++) {
            sum = sum.plus(rows.get(i).amount());
        }
        return sum;
    }

    private static boolean printsBalance(Transaction row) {
        return row.balance().isPresent()
                && row.cells().stream().anyMatch(cell -> cell.column() == Cell.Column.BALANCE);
    }
}
