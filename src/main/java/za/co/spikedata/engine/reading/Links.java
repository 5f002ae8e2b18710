package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.reading.Segment.Break;
import za.co.spikedata.engine.reading.Step.Role;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** The chain under construction: the last balance known and the rows waiting for the next one. */
final class Links {
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private Optional<Money> opening = Optional.empty();
    private Optional<Money> last = Optional.empty();
    private Money waitingSum = Money.ZERO;
    private int holds;
    private int carried;
    private boolean closed;
    private Optional<Money> doubted = Optional.empty();

    boolean isEmpty() {
        for (Step step : steps) {
            if (step.role() == Role.TRANSACTION) {
                return false;
            }
        }
        return true;
    }

    boolean isUnknown() {
        return last.isEmpty();
    }

    /** No row has named the balance the chain starts from. */
    boolean isUnopened() {
        return opening.isEmpty();
    }

    /** The balance known so far was none of this table. */
    void forget() {
        last = Optional.empty();
        doubted = Optional.empty();
    }

    boolean isClosed() {
        return closed;
    }

    Optional<Money> last() {
        return last;
    }

    /** The balance after the waiting rows, when a balance before them is known. */
    Optional<Money> expected() {
        return last.map(waitingSum::plus);
    }

    /** What all rows so far print in a column together. */
    Money sum(Rules rules, int column) {
        Money sum = Money.ZERO;
        for (Step step : steps) {
            if (step.role() == Role.TRANSACTION) {
                sum = sum.plus(rules.amount(step.row(), column));
            }
        }
        return sum;
    }

    void add(Step step) {
        steps.add(step);
    }

    void open(Step step, Money figure) {
        steps.add(step);
        opening = Optional.of(figure);
        last = opening;
    }

    void wait(Step step) {
        if (step.role() == Role.TRANSACTION) {
            waiting.add(steps.size());
            waitingSum = waitingSum.plus(step.amount());
        }
        steps.add(step);
    }

    void hold(Step step, Money printed) {
        boolean moves = step.role() == Role.TRANSACTION;
        if (last.isPresent()) {
            cover();
            holds += moves && !step.amount().isZero() || !waitingSum.isZero() ? 1 : 0;
            steps.add(moves ? step.asCovered() : step);
        } else {
            steps.add(step);
        }
        settle(printed);
    }

    /** Rows have come since the last balance. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** The first row after the last balance stands below a heading of its own. */
    boolean waitsAfterHeading() {
        return waitsAfterHeading(false);
    }

    /**
     * @param newestFirst the last of the rows that wait is printed first, below the table's own
     *     headings; only another heading sets it, or the rows with balances, apart
     */
    boolean waitsAfterHeading(boolean newestFirst) {
        if (last.isEmpty() || waiting.isEmpty()) {
            return false;
        }
        int first = newestFirst ? waiting.getLast() : waiting.getFirst();
        RowLine row = steps.get(first).row();
        return row.afterHeading()
                && (!newestFirst || row.part() > 0 || row.part() != lastBalancedPart());
    }

    private int lastBalancedPart() {
        return steps.reversed().stream()
                .filter(step -> step.balance().isPresent())
                .findFirst()
                .map(step -> step.row().part())
                .orElse(0);
    }

    /** Most rows print a balance. */
    boolean isBalancedByRow() {
        long rows = steps.stream().filter(step -> step.role() == Role.TRANSACTION).count();
        long balanced =
                steps.stream()
                        .filter(step ->
                                step.role() == Role.TRANSACTION && step.balance().isPresent())
                        .count();
        return balanced * 10 >= (rows - waiting.size()) * 9;
    }

    /** Removes the rows after the last balance, so that another chain can begin with them. */
    List<Step> takeWaiting() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Step> tail = steps.subList(waiting.getFirst(), steps.size());
        List<Step> taken = List.copyOf(tail);
        tail.clear();
        waiting.clear();
        waitingSum = Money.ZERO;
        return taken;
    }

    /** A row that moves nothing and prints the balance the rows before it lead to. */
    void confirm(Step step, Money printed) {
        steps.add(step);
        holds += waitingSum.isZero() ? 0 : 1;
        cover();
        settle(printed);
    }

    void note(Step step) {
        steps.add(step);
    }

    void carry(Step step, Money figure) {
        Optional<Money> expected = expected();
        steps.add(step);
        if (expected.isEmpty()) {
            settle(figure);
        } else if (expected.get().equals(figure)) {
            carried++;
            holds += waitingSum.isZero() ? 0 : 1;
            cover();
            settle(figure);
        } else {
            breaks.add(new Break(step, expected.get(), figure));
            settle(figure);
        }
        closed = step.row().name() == Name.CLOSING;
    }

    boolean holdsWithoutUndated(Money amount, Money printed) {
        Money dated = Money.ZERO;
        for (int index : waiting) {
            if (steps.get(index).row().isDated()) {
                dated = dated.plus(steps.get(index).amount());
            }
        }
        return last.isPresent() && last.get().plus(dated).plus(amount).equals(printed);
    }

    /** This balance follows from the last, and each row between says that it moved nothing. */
    boolean holdsWithoutDeclined(Money amount, Money printed) {
        return isWaiting()
                && last.map(amount::plus).equals(Optional.of(printed))
                && waiting.stream().map(steps::get).allMatch(Declined::says);
    }

    /** The rows since the last balance have moved nothing. */
    void passWaiting() {
        for (int index : waiting) {
            steps.set(index, steps.get(index).as(Role.MEMO));
        }
        waiting.clear();
        waitingSum = Money.ZERO;
    }

    void dropUndated() {
        waiting.removeIf(index -> {
            Step step = steps.get(index);
            if (step.row().isDated()) {
                return false;
            }
            steps.set(index, step.as(Role.MEMO));
            waitingSum = waitingSum.minus(step.amount());
            return true;
        });
    }

    /** The balance after the waiting rows, had the last printed balance been the expected one. */
    Optional<Money> expectedInstead() {
        return doubted.map(waitingSum::plus);
    }

    void breakAt(Step step, Money expected, Money printed) {
        steps.add(step);
        breaks.add(new Break(step, expected, printed));
        settle(printed);
        doubted = Optional.of(expected);
    }

    /** What was followed so far; its last balance is known only if no row came after it. */
    Optional<Segment> segment() {
        Optional<Money> closing = waiting.isEmpty() ? last : Optional.empty();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Segment(steps, opening, closing, holds, carried, breaks));
    }

    private void cover() {
        for (int index : waiting) {
            steps.set(index, steps.get(index).asCovered());
        }
    }

    private void settle(Money printed) {
        waiting.clear();
        waitingSum = Money.ZERO;
        last = Optional.of(printed);
        doubted = Optional.empty();
        closed = false;
    }
}
