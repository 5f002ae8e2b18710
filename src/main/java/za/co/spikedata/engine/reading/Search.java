package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.table.Column;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.Heading;
import za.co.spikedata.engine.table.RowLine;

/**
 * Tries what each column may be and keeps the hypothesis under which most balances follow. The
 * number of hypotheses is bounded by the columns, the work on each by {@link #SAMPLE_ROWS}.
 */
public final class Search {
    /** Rows a hypothesis is first judged by; enough to tell chance from rule. */
    private static final int SAMPLE_ROWS = 160;

    /** Hypotheses followed through every row. */
    private static final int FINALISTS = 4;

    private static final int TRACED = 5;

    /** More than one heading weighs, less than a balance does. */
    private static final double COST_AGAINST_DATES = 0.3;

    /** A hypothesis, how it did on the sample, and how much of that is for headings and habits. */
    private record Scored(Rules rules, double score, double prior) {}

    private final List<Trace.Step> trace = new ArrayList<>();

    /** The best reading of a table; what was tried goes to {@link #trace()}. */
    public Reading best(Grid grid, Ends ends) {
        Set<Money> openings = ends.openings();
        Set<Money> closings = ends.closings();
        List<RowLine> sample = grid.rows().subList(0, Math.min(SAMPLE_ROWS, grid.rows().size()));
        var scored = new ArrayList<Scored>();
        var marks = Marks.of(grid.rows());
        var direction = Direction.ofRows(sample);
        for (int balance = 0; balance < grid.columns().size(); balance++) {
            if (runs(grid.rows(), balance)) {
                scored.addAll(score(grid, sample, marks, direction, balance));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        Reading best = null;
        double most = 0;
        for (Scored each : scored.subList(0, Math.min(FINALISTS, scored.size()))) {
            var segments = Chain.follow(grid.rows(), each.rules, openings, closings);
            double worth = worth(segments, each, openings);
            if (best == null || worth > most) {
                best = new Reading(grid, each.rules, segments);
                most = worth;
            }
        }
        for (Scored each : scored.subList(0, Math.min(TRACED, scored.size()))) {
            traced(grid, each, best);
        }
        Optional<Reading> lone =
                best == null || best.holds() == 0 ? new Lone(grid, ends).find() : Optional.empty();
        if (lone.isPresent()) {
            trace.add(new Trace.Step("balance", "one row leads from end to end", 1, "kept"));
            return lone.get();
        }
        if (best == null || best.holds() == 0 || breaks(best) > 0) {
            Optional<Reading> sided = new Sided(grid, ends).find();
            if (sided.isPresent()) {
                trace.add(
                        new Trace.Step(
                                "balance",
                                "balances tell each amount's side",
                                sided.get().holds(),
                                "kept"));
                return sided.get();
            }
        }
        if (best != null && breaks(best) > 0) {
            Optional<Reading> named = new Unbalanced(trace).unbroken(grid, ends);
            if (named.isPresent()) {
                return named.get();
            }
        }
        if (best != null && best.holds() > 0 && best.holds() >= breaks(best)) {
            trace.add(new Trace.Step("balance", "running balance", best.holds(), "kept"));
            return best;
        }
        trace.add(new Trace.Step("balance", "running balance", 0, "dropped: does not follow"));
        return new Unbalanced(trace).best(grid, ends);
    }

    public List<Trace.Step> trace() {
        return List.copyOf(trace);
    }

    /** A balance runs beside dated rows, or below lone days; figures around a table do not. */
    static boolean runs(List<RowLine> rows, int balance) {
        boolean lone = rows.stream().noneMatch(RowLine::isDated);
        return rows.stream()
                .filter(row -> row.isDated() || lone && row.inherited().isPresent())
                .anyMatch(row -> row.cells().get(balance).isPresent());
    }

    private static double worth(List<Segment> segments, Scored each, Set<Money> openings) {
        long opened =
                segments.stream()
                        .filter(segment -> segment.opening().filter(openings::contains).isPresent())
                        .count();
        return segments.stream().mapToInt(s -> s.holds() - s.breaks().size()).sum()
                + opened * 0.1
                + each.prior * 0.1;
    }

    private static int breaks(Reading reading) {
        return reading.segments().stream().mapToInt(segment -> segment.breaks().size()).sum();
    }

    private void traced(Grid grid, Scored each, @Nullable Reading best) {
        boolean kept = best != null && each.rules.equals(best.rules());
        trace.add(
                new Trace.Step(
                        "columns",
                        named(grid, each.rules),
                        each.score,
                        kept ? "kept: most balances follow" : dropped(each, best)));
    }

    /** Scores are balances that follow; what stands behind the point is for headings and habits. */
    private static String dropped(Scored each, @Nullable Reading best) {
        boolean asMany = best != null && Math.floor(each.score) >= best.holds();
        return asMany
                ? "dropped: headings, habits or the whole table speak against it"
                : "dropped: fewer balances follow";
    }

    /** A hypothesis in the names of the columns' headings. */
    private static String named(Grid grid, Rules rules) {
        var words = new StringBuilder("balance in ");
        words.append(named(grid, rules.balance()));
        for (int i = 0; i < grid.columns().size(); i++) {
            if (rules.signs().get(i) != 0) {
                words.append(rules.signs().get(i) > 0 ? ", adds " : ", takes away ");
                words.append(named(grid, i));
            }
        }
        return words.append(", amounts ")
                .append(rules.amounts())
                .append(", balances ")
                .append(rules.balances())
                .append(rules.newestFirst() ? ", newest first" : "")
                .toString();
    }

    private static String named(Grid grid, int column) {
        return "column %d (%s)"
                .formatted(
                        column + 1,
                        grid.columns().get(column).heading().map(Heading::name).orElse("unheaded"));
    }

    private List<Scored> score(
            Grid grid, List<RowLine> sample, Marks marks, Direction direction, int balance) {
        var scored = new ArrayList<Scored>();
        var habits = Habits.of(sample, balance);
        for (MarkRule balances : marks.rules(balance)) {
            for (MarkRule amounts : marks.rulesBut(balance)) {
                for (boolean newestFirst : List.of(false, true)) {
                    var judge = new Judge(sample, balance, amounts, balances, newestFirst);
                    for (List<Integer> signs : signs(grid.columns().size(), balance)) {
                        double score = judge.score(signs);
                        if (score > 0) {
                            Rules rules =
                                    new Rules(
                                            balance,
                                            signs,
                                            amounts,
                                            balances,
                                            1,
                                            newestFirst,
                                            List.of());
                            double prior =
                                    prior(grid.columns(), rules, habits)
                                            - (direction.speaksAgainst(newestFirst)
                                                    ? COST_AGAINST_DATES
                                                    : 0);
                            scored.add(new Scored(rules, score + prior, prior));
                        }
                    }
                }
            }
        }
        return scored;
    }

    /** Headings and habits break ties only: all together they weigh less than one balance. */
    static double prior(List<Column> columns, Rules rules, Habits habits) {
        double prior = 0.5;
        boolean headed = columns.stream().anyMatch(column -> column.heading().isPresent());
        for (int i = 0; i < columns.size(); i++) {
            int sign = rules.signs().get(i);
            int usual = habits.sign(i, columns.get(i).heading());
            if (columns.get(i).heading().isPresent()) {
                prior += 0.05 * agreement(columns.get(i).heading().get(), i, rules, usual);
            }
            prior -= sign == 0 ? 0 : 0.005;
            prior -= sign != 0 && headed && columns.get(i).heading().isEmpty() ? 0.1 : 0;
            prior -= sign < 0 && rules.amounts() == MarkRule.PLAIN_IS_DEBIT ? 0.1 : 0;
            prior += sign != 0 && sign == usual && habits.standsAlone(i) ? 0.02 : 0;
        }
        prior -= rules.newestFirst() ? 0.01 : 0;
        return Math.clamp(prior, 0.01, 0.98);
    }

    private static int agreement(Heading heading, int column, Rules rules, int usual) {
        int sign = rules.signs().get(column);
        boolean isBalance = rules.balance() == column;
        return switch (heading) {
            case BALANCE -> isBalance ? 2 : -1;
            case DEBIT, CREDIT, AMOUNT -> isBalance ? -1 : sign * usual;
            case FEE, ACCRUED -> isBalance ? -1 : 0;
            case FIGURE, DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> 0;
        };
    }

    /** Every way to give the columns but one a sign of -1, 0 or 1; at most three to the sixth. */
    static List<List<Integer>> signs(int columns, int balance) {
        List<List<Integer>> all = new ArrayList<>();
        all.add(List.of());
        for (int i = 0; i < columns; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> signs : all) {
                for (int sign : i == balance ? new int[] {0} : new int[] {0, 1, -1}) {
                    var next = new ArrayList<>(signs);
                    next.add(sign);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
