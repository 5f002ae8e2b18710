package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.table.Column;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;

/** Reads tables that print no running balance: opening plus all rows must be closing. */
final class Unbalanced {
    /** With more columns the signs that lead to a given closing balance are no longer unique. */
    private static final int MOST_COLUMNS = 4;

    /** Fewer balances on rows of their own may follow by chance. */
    private static final int FEWEST_BALANCES = 3;

    /** Worth of a reading whose rows lead from opening to closing. */
    private static final double MET = 10;

    /** More than all ends that meet: figures of one row that cancel are those of another table. */
    private static final double CANCELS = 1000;

    /** Worth of rows that miss an end by one digit: they are read aright, and it is misprinted. */
    private static final double NEARLY_MET = 0.6;

    private final List<Trace.Step> trace;

    Unbalanced(List<Trace.Step> trace) {
        this.trace = trace;
    }

    /**
     * A reading in which balances stand only on rows of their own and every one follows; it leaves
     * no column aside, or it might pass over the very balances that do not follow.
     */
    Optional<Reading> unbroken(Grid grid, Ends ends) {
        if (grid.columns().size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        for (MarkRule amounts : Marks.of(grid.rows()).rulesBut(-1)) {
            for (List<Integer> signs : Search.signs(grid.columns().size(), -1)) {
                if (signs.contains(0)) {
                    continue;
                }
                var rules =
                        new Rules(
                                -1, signs, amounts, MarkRule.PLAIN_AS_SIGNED, 1, false, List.of());
                var segments = Chain.follow(grid.rows(), rules, ends.openings(), ends.closings());
                if (segments.size() == 1
                        && segments.getFirst().breaks().isEmpty()
                        && segments.getFirst().holds() >= FEWEST_BALANCES) {
                    trace.add(
                            new Trace.Step(
                                    "balance",
                                    "balances on rows of their own, signs " + signs,
                                    segments.getFirst().holds(),
                                    "kept"));
                    return Optional.of(new Reading(grid, rules, segments));
                }
            }
        }
        return Optional.empty();
    }

    Reading best(Grid grid, Ends ends) {
        Set<Money> openings = ends.openings();
        Set<Money> closings = ends.closings();
        List<RowLine> rows = grid.rows();
        Reading best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (MarkRule amounts : Marks.of(rows).rulesBut(-1)) {
            for (List<Integer> signs : signs(grid.columns())) {
                for (MarkRule balances : balanceRules(amounts)) {
                    var rules = new Rules(-1, signs, amounts, balances, 1, false, List.of());
                    var segments = Chain.follow(rows, rules, openings, closings);
                    double worth =
                            worth(segments, openings, closings)
                                    + (meet(segments, ends, rules) ? 1 : 0)
                                    + likelihood(grid.columns(), rules, rows);
                    if (worth > most && cancels(segments)) {
                        worth -= CANCELS;
                    }
                    if (worth > most) {
                        best = new Reading(grid, rules, segments);
                        most = worth;
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("Expected at least one hypothesis for a table");
        }
        Optional<Reading> withUndated =
                most >= MET ? Optional.empty() : withUndated(grid, ends, best.rules());
        if (withUndated.isPresent()) {
            return withUndated.get();
        }
        Optional<Reading> byParts = most >= MET ? Optional.empty() : new Parted(grid, ends).find();
        if (byParts.isPresent()) {
            trace.add(
                    new Trace.Step(
                            "signs",
                            "headings give the sign, " + byParts.get().rules().partSigns(),
                            MET,
                            "kept"));
            return byParts.get();
        }
        trace.add(
                new Trace.Step(
                        "signs", "no balance column, signs " + best.rules().signs(), most, "kept"));
        return best;
    }

    /** A fee may be printed below its row without a date: counted, all leads to closing. */
    private Optional<Reading> withUndated(Grid grid, Ends ends, Rules likely) {
        for (MarkRule amounts : Marks.of(grid.rows()).rulesBut(-1)) {
            for (List<Integer> signs : signs(grid.columns())) {
                var rules = new Rules(-1, signs, amounts, likely.balances(), 1, false, List.of());
                var segments =
                        Chain.follow(grid.rows(), rules, ends.openings(), ends.closings(), false);
                boolean whole =
                        segments.size() == 1
                                && segments.getFirst().breaks().isEmpty()
                                && segments.getFirst().transactions().size() > 1
                                && !segments.getFirst().sum().isZero();
                if (whole && meet(segments, ends, rules) && !cancels(segments)) {
                    trace.add(
                            new Trace.Step(
                                    "signs",
                                    "rows without a date count, signs " + signs,
                                    MET,
                                    "kept"));
                    return Optional.of(new Reading(grid, rules, segments));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Some row moves nothing, though it prints several figures, where rows that move print none.
     */
    private static boolean cancels(List<Segment> segments) {
        var moving = new BitSet();
        var still = new BitSet();
        for (Segment segment : segments) {
            for (Step step : segment.transactions()) {
                boolean cancels = step.amount().isZero() && step.row().figures() > 1;
                List<Optional<MoneyToken>> cells = step.row().cells();
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i).isPresent()) {
                        (cancels ? still : moving).set(i);
                    }
                }
            }
        }
        still.andNot(moving);
        return !still.isEmpty();
    }

    private static boolean meet(List<Segment> segments, Ends ends, Rules rules) {
        return segments.stream().anyMatch(segment -> ends.meet(segment.sum(), rules));
    }

    /** Where a plain amount is a debit, a plain balance may be overdrawn. */
    private static List<MarkRule> balanceRules(MarkRule amounts) {
        return amounts == MarkRule.PLAIN_IS_DEBIT
                ? List.of(MarkRule.PLAIN_AS_SIGNED, MarkRule.PLAIN_IS_DEBIT)
                : List.of(MarkRule.PLAIN_AS_SIGNED);
    }

    private static List<List<Integer>> signs(List<Column> columns) {
        if (columns.size() <= MOST_COLUMNS) {
            return Search.signs(columns.size(), -1);
        }
        var byHeading = new ArrayList<Integer>();
        for (Column column : columns) {
            byHeading.add(column.heading().map(Unbalanced::usual).orElse(0));
        }
        return List.of(byHeading);
    }

    private static double worth(List<Segment> segments, Set<Money> openings, Set<Money> closings) {
        double worth = 0;
        for (Segment segment : segments) {
            worth += 10 * (segment.holds() - segment.breaks().size());
            boolean anew = segment.holds() == 0 && !segment.sum().isZero();
            Optional<Money> from = segment.opening();
            if (anew
                    && openings.stream()
                            .anyMatch(o ->
                                    from.isEmpty() && closings.contains(o.plus(segment.sum())))) {
                worth += 10;
            } else if (anew
                    && from.isPresent()
                    && closings.contains(from.get().plus(segment.sum()))) {
                worth += 10;
            } else if (isNear(segment, openings, closings)) {
                worth += NEARLY_MET;
            }
        }
        return worth;
    }

    private static boolean isNear(Segment segment, Set<Money> openings, Set<Money> closings) {
        if (segment.breaks().size() == 1) {
            Segment.Break only = segment.breaks().getFirst();
            return isOneDigit(only.printed().minus(only.expected()));
        }
        Set<Money> from = segment.opening().map(Set::of).orElse(openings);
        return segment.breaks().isEmpty()
                && from.stream()
                        .map(segment.sum()::plus)
                        .anyMatch(end ->
                                closings.stream()
                                        .anyMatch(closing -> isOneDigit(closing.minus(end))));
    }

    /** One to nine of a power of ten. */
    private static boolean isOneDigit(Money difference) {
        long rest = Math.abs(difference.thousandths());
        while (rest > 0 && rest % 10 == 0) {
            rest /= 10;
        }
        return rest > 0 && rest < 10;
    }

    /** How much the signs are what the headings and letters lead one to expect; below 1. */
    private static double likelihood(List<Column> columns, Rules rules, List<RowLine> rows) {
        double likelihood = 0;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            boolean signed =
                    rows.stream()
                            .map(row -> row.cells().get(column))
                            .anyMatch(cell -> cell.isPresent() && cell.get().minus());
            int expected =
                    columns.get(i)
                            .heading()
                            .map(Unbalanced::usual)
                            .orElse(columns.size() == 1 ? 1 : 0);
            if (signed && expected < 0) {
                expected = 1;
            }
            likelihood += rules.signs().get(i) == expected ? 0.1 : 0;
        }
        boolean marks = rules.amounts() != MarkRule.PLAIN_AS_SIGNED;
        return likelihood + (marks ? 0.05 : 0);
    }

    private static int usual(Heading heading) {
        return switch (heading) {
            case DEBIT -> -1;
            case CREDIT, AMOUNT -> 1;
            case FEE, ACCRUED, BALANCE, FIGURE -> 0;
            case DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> 0;
        };
    }
}
