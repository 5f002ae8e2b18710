package za.co.spikedata.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.reading.Step.Role;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * Follows the balances through a table's rows under one hypothesis, oldest row first. Five kinds of
 * row move nothing and are told by arithmetic: an amount after which the balance is what it was, a
 * balance of zero without an amount, an undated note between two balances, one that says it was
 * declined between two balances, and a lone figure before the first row whose balance follows.
 */
public final class Chain {
    private final Rules rules;
    private final Set<Money> openings;
    private final Set<Money> closings;
    private final boolean undatedRowsAreNotes;
    private final List<Segment> done = new ArrayList<>();
    private Links links;
    private List<RowLine> rest = List.of();

    private Chain(
            Rules rules, Set<Money> openings, Set<Money> closings, boolean undatedRowsAreNotes) {
        this.rules = rules;
        this.openings = openings;
        this.closings = closings;
        this.undatedRowsAreNotes = undatedRowsAreNotes;
        this.links = new Links();
    }

    /**
     * The chains of a table.
     *
     * @param openings balances the paper names as opening, {@code closings} as closing
     */
    public static List<Segment> follow(
            List<RowLine> rows, Rules rules, Set<Money> openings, Set<Money> closings) {
        return follow(rows, rules, openings, closings, mostlyDated(rows));
    }

    /**
     * @param undatedRowsAreNotes figures without a date of their own move nothing
     */
    static List<Segment> follow(
            List<RowLine> rows,
            Rules rules,
            Set<Money> openings,
            Set<Money> closings,
            boolean undatedRowsAreNotes) {
        List<RowLine> ordered = rules.newestFirst() ? rows.reversed() : rows;
        var chain = new Chain(rules, openings, closings, undatedRowsAreNotes);
        for (int i = 0; i < ordered.size(); i++) {
            chain.rest = ordered.subList(i + 1, ordered.size());
            chain.take(ordered.get(i));
        }
        chain.end();
        return List.copyOf(chain.done);
    }

    private void take(RowLine row) {
        if (isTotalOwed(row)) {
            Money owed = rules.figure(row.lastFigure().orElseThrow());
            links.carry(new Step(row, Role.CLOSING, Money.ZERO, Optional.of(owed), false), owed);
        } else if (row.name() == Name.TOTAL && !row.isDated() && !leadsOn(row)) {
            links.add(new Step(row, Role.TOTAL, Money.ZERO, Optional.empty(), false));
        } else if (isNamedBalance(row)) {
            named(
                    row,
                    rules.balance(row)
                            .orElseGet(() -> rules.figure(row.lastFigure().orElseThrow())));
        } else if (!row.isDated() && row.inherited().isEmpty()) {
            links.add(new Step(row, Role.OUTSIDE, Money.ZERO, Optional.empty(), false));
        } else {
            moving(row);
        }
    }

    /** Where no balance runs, a total may be what the balance before and all rows lead to. */
    private boolean isTotalOwed(RowLine row) {
        return rules.balance() < 0
                && row.name() == Name.TOTAL
                && !row.isDated()
                && row.figures() == 1
                && !links.isUnopened()
                && links.isWaiting()
                && links.expected().equals(row.lastFigure().map(rules::figure));
    }

    private static boolean isBalanceName(Name name) {
        return name != Name.NONE && name != Name.TOTAL;
    }

    /** A payee may be called Total: its amount leads to its balance. */
    private boolean leadsOn(RowLine row) {
        Money amount = rules.amount(row);
        return !amount.isZero()
                && rules.balance(row).isPresent()
                && links.expected().map(amount::plus).equals(rules.balance(row));
    }

    private boolean isNamedBalance(RowLine row) {
        return row.name() != Name.NONE
                && row.name() != Name.TOTAL
                && (row.figures() <= 1
                        || rules.balance(row).isPresent() && rules.amount(row).isZero()
                        || closesBesideTotals(row))
                && row.lastFigure().isPresent()
                && (rules.balance() < 0
                        || row.cells().get(rules.balance()).isPresent()
                        || !row.isDated());
    }

    /** Beside the closing balance, which all rows led to, stand the sums of the columns. */
    private boolean closesBesideTotals(RowLine row) {
        return row.name() == Name.CLOSING
                && rules.balance(row).isPresent()
                && links.expected().equals(rules.balance(row))
                && IntStream.range(0, rules.signs().size())
                        .filter(column -> rules.signs().get(column) != 0)
                        .filter(column -> row.cells().get(column).isPresent())
                        .allMatch(column ->
                                links.sum(rules, column).equals(rules.amount(row, column)));
    }

    private void named(RowLine row, Money figure) {
        if (undatedRowsAreNotes
                && !links.expected().equals(Optional.of(figure))
                && links.holdsWithoutUndated(Money.ZERO, figure)) {
            links.dropUndated();
        }
        boolean follows = links.expected().filter(figure::equals).isPresent();
        boolean starts =
                row.name() == Name.OPENING
                        || row.name() == Name.FORWARD && (links.isEmpty() || isOver());
        if (!follows
                && (starts
                        || links.isUnknown()
                                && links.isEmpty()
                                && (row.name() == Name.DATED_BALANCE
                                        || row.name() == Name.CARRIED))) {
            if (!links.isEmpty() || !links.isUnknown()) {
                close();
            }
            links.open(new Step(row, Role.OPENING, Money.ZERO, Optional.of(figure), false), figure);
            return;
        }
        Role role =
                switch (row.name()) {
                    case CLOSING -> Role.CLOSING;
                    case CARRIED -> Role.CARRIED_FORWARD;
                    case DATED_BALANCE -> rules.balance() < 0 ? Role.CLOSING : Role.MEMO;
                    case OPENING, FORWARD -> Role.BROUGHT_FORWARD;
                    case TOTAL, NONE -> Role.MEMO;
                };
        if (!follows && links.waitsAfterHeading() && rules.balance() < 0) {
            List<Step> waiting = links.takeWaiting();
            close();
            waiting.forEach(links::wait);
        }
        links.carry(new Step(row, role, Money.ZERO, Optional.of(figure), false), figure);
    }

    private void moving(RowLine row) {
        Optional<Money> balance = rules.balance(row);
        Money amount = rules.amount(row);
        boolean moves = rules.hasAmount(row) && !(amount.isZero() && isBalanceName(row.name()));
        var step = new Step(row, moves ? Role.TRANSACTION : Role.MEMO, amount, balance, false);
        boolean isNote = undatedRowsAreNotes && !row.isDated();
        if (balance.isEmpty()) {
            if (isNote && rules.balance() < 0) {
                links.note(step.as(Role.MEMO));
                return;
            }
            if (links.isClosed() && (rules.balance() < 0 || !row.isDated())) {
                close();
            }
            links.wait(step);
            return;
        }
        Money printed = balance.get();
        Optional<Money> before = links.expected();
        if (before.isEmpty() && undatedRowsAreNotes) {
            links.dropUndated();
        }
        if (before.isEmpty() || before.get().plus(amount).equals(printed)) {
            links.hold(step, printed);
        } else if (links.expectedInstead()
                .filter(each -> each.plus(amount).equals(printed))
                .isPresent()) {
            links.hold(step, printed);
        } else if (moves && links.holdsWithoutDeclined(amount, printed)) {
            links.passWaiting();
            links.hold(step, printed);
        } else if (before.get().equals(printed)) {
            links.confirm(step.as(Role.MEMO), printed);
        } else if (!moves && printed.isZero()) {
            links.note(step.as(Role.MEMO));
        } else if (undatedRowsAreNotes && links.holdsWithoutUndated(amount, printed)) {
            links.dropUndated();
            links.hold(step, printed);
        } else if (!isNote && openings.contains(printed.minus(amount))
                || !moves && !isNote && row.afterHeading() && !goesOn(printed)) {
            List<Step> waiting = links.takeWaiting();
            close();
            waiting.forEach(links::wait);
            links.hold(step, printed);
        } else if (isNote) {
            links.note(step.as(Role.MEMO));
        } else if (isOver()
                && (links.isWaiting() ? links.waitsAfterHeading() : row.afterHeading())) {
            List<Step> waiting = links.takeWaiting();
            close();
            waiting.forEach(links::wait);
            links.breakAt(step, before.get().plus(amount), printed);
        } else if (links.isEmpty() && links.isUnopened()) {
            links.forget();
            links.hold(step, printed);
        } else {
            links.breakAt(step, before.get().plus(amount), printed);
        }
    }

    /** The next balance printed follows from this one, so a row here may have lost its amount. */
    private boolean goesOn(Money printed) {
        Money moved = Money.ZERO;
        for (RowLine row : rest) {
            if (row.name() != Name.NONE) {
                return false;
            }
            moved = moved.plus(rules.amount(row));
            Optional<Money> next = rules.balance(row);
            if (next.isPresent()) {
                return !moved.isZero() && printed.plus(moved).equals(next.get());
            }
        }
        return false;
    }

    /** The balance the paper names as closing has been reached. */
    private boolean isOver() {
        return links.isClosed() || links.last().filter(closings::contains).isPresent();
    }

    /** Rows after the printed closing balance, or listed below another heading, stand outside. */
    private void end() {
        boolean isOver =
                links.last().filter(closings::contains).isPresent()
                        || links.waitsAfterHeading(rules.newestFirst()) && links.isBalancedByRow();
        List<Step> waiting = isOver && rules.balance() >= 0 ? links.takeWaiting() : List.of();
        close();
        waiting.forEach(links::wait);
        close();
    }

    private void close() {
        if (undatedRowsAreNotes) {
            links.dropUndated();
        }
        links.segment().ifPresent(done::add);
        links = new Links();
    }

    private static boolean mostlyDated(List<RowLine> rows) {
        long plain = 0;
        long dated = 0;
        for (RowLine row : rows) {
            plain += row.name() == Name.NONE ? 1 : 0;
            dated += row.name() == Name.NONE && row.isDated() ? 1 : 0;
        }
        return dated * 10 >= plain * 6;
    }
}
