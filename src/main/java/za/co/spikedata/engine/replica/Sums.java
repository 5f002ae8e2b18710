package za.co.spikedata.engine.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.replica.Figures.Signed;
import za.co.spikedata.engine.replica.Printed.Figure;
import za.co.spikedata.engine.table.MoneyToken;

/** The sums one statement's figures stand in, those the paper gets wrong included. */
final class Sums {
    /** What a difference between two balances is: how many times which figure. */
    private record Explained(int variable, long times) {}

    private final Figures figures;
    private final Statement statement;

    /** By size in cents: a balance that is off and the next that is right again differ as much. */
    private final Map<Long, Explained> explained = new HashMap<>();

    private Optional<Signed> last = Optional.empty();
    private int lastLine;
    private Map<Integer, Long> since = new TreeMap<>();
    private boolean unknown;

    /** How far the last balance is from where the rows led, in cents. */
    private long off;

    private Sums(Figures figures, Statement statement) {
        this.figures = figures;
        this.statement = statement;
    }

    static void of(Statement statement, Figures figures) {
        var sums = new Sums(figures, statement);
        List<Map<Integer, Long>> rows =
                statement.transactions().stream().map(row -> RowSum.of(row, figures)).toList();
        sums.chain(rows);
        new Totals(figures, statement, rows).find();
    }

    private void chain(List<Map<Integer, Long>> rows) {
        statement
                .opening()
                .ifPresent(opening ->
                        balance(opening.place(), opening.money()).ifPresent(this::start));
        for (Event event : Event.of(statement, figures.paper())) {
            event.row().ifPresent(row -> moves(rows.get(row.id() - 1)));
            event.balance()
                    .ifPresent(balance ->
                            event.cells().stream()
                                    .filter(cell ->
                                            event.row().isEmpty()
                                                    || cell.column() == Cell.Column.BALANCE)
                                    .map(cell -> balance(cell.place(), balance))
                                    .flatMap(Optional::stream)
                                    .findFirst()
                                    .filter(signed ->
                                            !event.aside() || isChained(signed, event.cells()))
                                    .ifPresent(signed -> reaches(signed, event.line())));
        }
        statement
                .closing()
                .ifPresent(closing ->
                        balance(closing.place(), closing.money())
                                .ifPresent(signed -> closes(signed)));
        statement.proof().broken().stream()
                .filter(each -> each.rule() == Check.Rule.OPENING_TO_CLOSING)
                .forEach(this::missed);
    }

    /**
     * Whether a note's balance was held to the rows before it: they lead to it, from the balance
     * printed last or from the one that should stand there, or the proof says that they do not.
     */
    private boolean isChained(Signed balance, List<Cell> cells) {
        long difference = value(List.of(), terms(balance));
        return figures.value(balance.variable()) != 0 && (difference == 0 || difference == -off)
                || statement.proof().broken().stream()
                        .filter(each -> each.rule() == Check.Rule.BALANCE_CHAIN)
                        .flatMap(each -> each.place().stream())
                        .anyMatch(place ->
                                cells.stream().anyMatch(cell -> cell.place().equals(place)));
    }

    private void start(Signed opening) {
        figures.runs(opening);
        last = Optional.of(opening);
    }

    private void moves(Map<Integer, Long> terms) {
        unknown |= terms.isEmpty();
        terms.forEach((variable, times) -> since.merge(variable, times, Long::sum));
    }

    private void reaches(Signed balance, int line) {
        figures.runs(balance);
        sum(balance, line);
        last = Optional.of(balance);
        lastLine = line;
        since = new TreeMap<>();
        unknown = false;
    }

    private void closes(Signed closing) {
        boolean again = last.filter(each -> each.variable() == closing.variable()).isPresent();
        if (!again) {
            figures.runs(closing);
            sum(closing, lastLine);
        }
    }

    /** A closing balance that the rows do not reach. */
    private void missed(Check.Broken broken) {
        long end = value(last.stream().toList(), since);
        if (broken.place().isPresent()
                && broken.printed().isPresent()
                && broken.expected().filter(each -> each.cents() == end).isPresent()) {
            balance(broken.place().get(), broken.printed().get()).ifPresent(this::closes);
        }
    }

    /** The balance is the last one and what moved since; or it differs, and by how much is kept. */
    private void sum(Signed balance, int line) {
        boolean same = last.filter(each -> each.variable() == balance.variable()).isPresent();
        if (last.isEmpty() || unknown || same && since.isEmpty()) {
            return;
        }
        Map<Integer, Long> terms = terms(balance);
        off = value(List.of(), terms);
        if (off != 0) {
            Explained by = explained.computeIfAbsent(Math.abs(off), size -> explain(size, line));
            terms.merge(by.variable, off > 0 ? -by.times : by.times, Long::sum);
        }
        var preferred = new ArrayList<Integer>();
        since.keySet().stream().filter(each -> figures.printed(each) == 1).forEach(preferred::add);
        preferred.add(balance.variable());
        terms.values().removeIf(times -> times == 0);
        figures.equations().sum(terms, preferred);
    }

    /** The balance less the last one and what moved since; zero where the paper is right. */
    private Map<Integer, Long> terms(Signed balance) {
        Map<Integer, Long> terms = new TreeMap<>();
        terms.merge(balance.variable(), (long) balance.sign(), Long::sum);
        last.ifPresent(each -> terms.merge(each.variable(), (long) -each.sign(), Long::sum));
        since.forEach((variable, times) -> terms.merge(variable, -times, Long::sum));
        return terms;
    }

    /** A difference that is a figure printed between the balances, or twice it, stays that. */
    private Explained explain(long size, int line) {
        for (int i = Math.min(line, lastLine); i <= Math.max(line, lastLine); i++) {
            for (MoneyToken token : figures.paper().lines().get(i).money()) {
                long cents = token.magnitude().cents();
                boolean fits =
                        token.strong() && cents >= 100 && (size == cents || size == 2 * cents);
                Optional<Integer> variable =
                        fits ? figures.moving(new Figure(i, token)) : Optional.empty();
                if (variable.isPresent()) {
                    return new Explained(variable.get(), size / cents);
                }
            }
        }
        return new Explained(figures.difference(size), 1);
    }

    private long value(List<Signed> balances, Map<Integer, Long> terms) {
        long value = 0;
        for (Signed each : balances) {
            value += each.sign() * figures.value(each.variable());
        }
        for (var each : terms.entrySet()) {
            value += each.getValue() * figures.value(each.getKey());
        }
        return value;
    }

    private Optional<Signed> balance(Place place, Money money) {
        return figures.standing(place)
                .flatMap(variable -> {
                    long cents = figures.value(variable);
                    if (cents != Math.abs(money.cents())) {
                        return Optional.empty();
                    }
                    return Optional.of(new Signed(variable, money.isNegative() ? -1 : 1));
                });
    }
}
