package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Rules;
import za.co.spikedata.engine.reading.Segment;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Whether all that looks like a row, between a statement's first row and its last, was read: a date
 * and a figure after it on one line that no row claims are a row that was passed over.
 *
 * @param lines of the table's region, each free of such a pair unless it is {@code missed}
 * @param missed where the first such pair stands
 * @param besides where one stands above the first row that counts or below the last, if none is
 *     missed: printed ends that meet leave nothing for it to move
 */
record Coverage(int lines, Optional<Place> missed, Optional<Place> besides) {
    /** A summary beside the table may hold as many lines of two figures as these, less one. */
    private static final int FEW = 3;

    static Coverage of(Reading reading, Segment segment) {
        int from = Integer.MAX_VALUE;
        int to = -1;
        List<TokenLine> lines = reading.grid().section().lines();
        var steps = new @Nullable Step[lines.size()];
        for (Step step : segment.steps()) {
            int line = step.row().line();
            from = Math.min(from, line);
            to = Math.max(to, line);
            steps[line] = step;
        }
        var rows = new @Nullable RowLine[lines.size()];
        reading.grid().rows().forEach(row -> rows[row.line()] = row);
        var begun = new BegunRows(reading);
        var still = new StillLines(steps);
        Optional<Place> missed = Optional.empty();
        Optional<Place> besides = Optional.empty();
        int first = from;
        while (first < to && !BegunRows.counts(steps[first])) {
            first++;
        }
        int last = to;
        while (last > first && !BegunRows.counts(steps[last])) {
            last--;
        }
        boolean headed = reading.grid().section().header().filter(Titles::moves).isPresent();
        var titles = new Titles();
        lines.subList(top(lines, from), Math.min(from, lines.size())).forEach(titles::pass);
        for (int i = from; i <= to && missed.isEmpty(); i++) {
            int at = i;
            TokenLine line = lines.get(i);
            titles.pass(line);
            boolean counts = BegunRows.counts(steps[i]);
            Optional<Place> pair =
                    begun.in(line, rows[i], steps[i], () -> still.at(at))
                            .filter(_ -> counts || !titles.sayUnposted(line))
                            .filter(_ -> counts || !headed || !titles.sayRates(line));
            if (i < first || i > last) {
                besides = besides.or(() -> pair);
            } else {
                missed = pair;
            }
        }
        return new Coverage(
                Math.max(0, to - from + 1),
                missed.or(() -> undated(segment.steps()))
                        .or(() -> unread(reading.rules(), segment.steps())),
                besides);
    }

    /** The first line of the page that a line stands on. */
    private static int top(List<TokenLine> lines, int line) {
        int top = Math.min(line, lines.size());
        while (top > 0
                && top < lines.size()
                && lines.get(top - 1).page() == lines.get(top).page()) {
            top--;
        }
        return top;
    }

    /**
     * Where a dated row prints a balance that nothing leads to, and no name for it: it may have
     * lost its amount.
     *
     * @param openings balances the paper names as opening
     */
    static Optional<Place> unled(Reading reading, Segment segment, List<Figure> openings) {
        if (reading.rules().newestFirst() && isListBelow(reading, segment.steps())) {
            return Optional.empty();
        }
        return segment.steps().stream()
                .filter(step -> step.balance().isPresent())
                .findFirst()
                .filter(step -> step.role() == Step.Role.MEMO && step.row().isDated())
                .filter(step -> step.row().name() == Vocabulary.Name.NONE)
                .filter(step ->
                        openings.stream()
                                .noneMatch(each -> step.balance().get().equals(each.money())))
                .map(step -> step.row().tokens().place());
    }

    /**
     * Below the oldest row a heading begins another list, such as of purchases not yet booked, and
     * no figure of it is the balance before that row.
     *
     * @param steps oldest first
     */
    private static boolean isListBelow(Reading reading, List<Step> steps) {
        int first = 0;
        while (first < steps.size() && steps.get(first).role() == Step.Role.MEMO) {
            first++;
        }
        if (first == 0 || !steps.get(first - 1).row().afterHeading()) {
            return false;
        }
        Money moved = Money.ZERO;
        for (Step step : steps.subList(first, steps.size())) {
            moved = step.role() == Step.Role.TRANSACTION ? moved.plus(step.amount()) : moved;
            if (step.balance().isPresent()) {
                Money before = step.balance().get().minus(moved);
                int oldest = steps.get(first).row().line();
                return reading.grid().rows().stream()
                        .filter(row -> row.line() > oldest)
                        .map(reading.rules()::balance)
                        .noneMatch(Optional.of(before)::equals);
            }
        }
        return false;
    }

    /** Several rows of figures that found no date are rows all the same. */
    private static Optional<Place> undated(List<Step> steps) {
        List<Step> outside =
                steps.stream()
                        .filter(step -> isUnclaimed(step) && step.row().figures() > 1)
                        .toList();
        return outside.size() < FEW
                ? Optional.empty()
                : Optional.of(outside.getFirst().row().tokens().place());
    }

    /** It stands outside, or is a note whose figures stand in other columns than balances do. */
    private static boolean isUnclaimed(Step step) {
        return step.role() == Step.Role.OUTSIDE
                || step.role() == Step.Role.MEMO
                        && !step.row().isDated()
                        && step.row().name() == Name.NONE
                        && step.balance().isEmpty();
    }

    /** A dated row whose balance moves, maybe by a figure that no column was read for. */
    private static Optional<Place> unread(Rules rules, List<Step> steps) {
        Optional<Money> before = Optional.empty();
        for (Step step : steps) {
            if (isUnread(rules, step, before)) {
                return Optional.of(step.row().tokens().place());
            }
            before = step.balance();
        }
        return Optional.empty();
    }

    private static boolean isUnread(Rules rules, Step step, Optional<Money> before) {
        if (step.role() != Step.Role.MEMO
                || !step.row().isDated()
                || step.row().name() != Name.NONE
                || rules.hasAmount(step.row())) {
            return false;
        }
        boolean still = before.isPresent() && step.balance().equals(before);
        return isPassedOver(step)
                || !still && printsOtherThan(step.row(), rules.balance(step.row()));
    }

    /** Several figures of which none was read: its columns are not the table's. */
    private static boolean isPassedOver(Step step) {
        return step.balance().isEmpty() && step.row().figures() > 1;
    }

    private static boolean printsOtherThan(RowLine row, Optional<Money> balance) {
        return balance.isPresent()
                && row.cells().stream()
                        .flatMap(Optional::stream)
                        .map(MoneyToken::magnitude)
                        .anyMatch(figure -> !figure.isZero() && !figure.isSizeOf(balance.get()));
    }
}
