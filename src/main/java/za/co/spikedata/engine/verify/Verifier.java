package za.co.spikedata.engine.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Check.Rule;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/**
 * Holds a result that says PROVEN to its own figures: every equation is worked out anew, every
 * amount compared with the text of its cells, every claim with the rows it is made of.
 */
public final class Verifier {
    /** A new column of rows starts at least this far right of the last, in points. */
    private static final double NEXT_COLUMN = 100;

    /** Papers list days out of order, but no row this long after a later one. */
    private static final int FAR_DAYS = 300;

    /** Other years are of another calendar than the common one. */
    private static final int EARLIEST_YEAR = 1950;

    private static final int LATEST_YEAR = 2060;

    private static final Set<String> THOUSANDTHS =
            Set.of("KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD");

    private final List<Problem> problems = new ArrayList<>();
    private final int number;
    private final Statement statement;
    private final List<Transaction> rows;

    /** The paper counts in thousandths. */
    private final boolean fine;

    private Verifier(int number, Statement statement) {
        this.number = number;
        this.statement = statement;
        this.fine =
                statement.currency().filter(THOUSANDTHS::contains).isPresent()
                        || statement.transactions().stream().anyMatch(Verifier::isFine);
        this.rows =
                statement.newestFirst()
                        ? statement.transactions().reversed()
                        : statement.transactions();
    }

    /** What speaks against a result; nothing when it is accepted. */
    public static List<Problem> verify(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable _ -> List.of(new Problem(Problem.Kind.NOT_PROVEN, 0, 0));
            case ReadResult.Read read -> {
                var problems = new ArrayList<Problem>();
                for (int i = 0; i < read.statements().size(); i++) {
                    problems.addAll(new Verifier(i + 1, read.statements().get(i)).all());
                }
                yield List.copyOf(problems);
            }
        };
    }

    private static boolean isFine(Transaction row) {
        return !row.amount().isInCents()
                || row.balance().filter(balance -> !balance.isInCents()).isPresent();
    }

    private List<Problem> all() {
        if (statement.proof().verdict() != Verdict.PROVEN) {
            return List.of(new Problem(Problem.Kind.NOT_PROVEN, number, 0));
        }
        checks();
        numbering();
        places();
        balances();
        dates();
        figures();
        signs();
        direction();
        return problems;
    }

    private void found(Problem.Kind kind, int transaction) {
        problems.add(new Problem(kind, number, transaction));
    }

    private void checks() {
        boolean broken =
                statement.proof().checks().stream().anyMatch(Check.Broken.class::isInstance);
        if (broken || times(Rule.COVERAGE).isEmpty()) {
            found(Problem.Kind.CHECKS, 0);
        }
    }

    private Optional<Integer> times(Rule rule) {
        return statement.proof().checks().stream()
                .filter(check -> check.rule() == rule)
                .filter(Check.Holds.class::isInstance)
                .map(check -> ((Check.Holds) check).times())
                .findFirst();
    }

    private void numbering() {
        for (int i = 0; i < statement.transactions().size(); i++) {
            if (statement.transactions().get(i).id() != i + 1) {
                found(Problem.Kind.NUMBERING, statement.transactions().get(i).id());
            }
        }
    }

    private void places() {
        Place last = null;
        var pages = new HashSet<Integer>();
        for (Transaction row : statement.transactions()) {
            Optional<Place> place = figure(row);
            if (place.isEmpty() || last != null && !isAfter(last, place.get(), pages)) {
                found(Problem.Kind.PLACES, row.id());
            }
            last = place.orElse(last);
            place.map(Place::page).ifPresent(pages::add);
        }
    }

    /** Where a row's figures stand; descriptions may wrap above it. */
    private static Optional<Place> figure(Transaction row) {
        return row.cells().stream()
                .filter(cell -> isFigure(cell.column()))
                .map(Cell::place)
                .findFirst();
    }

    private static boolean isFigure(Cell.Column column) {
        return switch (column) {
            case AMOUNT, DEBIT, CREDIT, FEE, BALANCE -> true;
            case DATE, VALUE_DATE, DESCRIPTION, REFERENCE, SIDE, OTHER -> false;
        };
    }

    /**
     * Pages may be bound in another order than their balances run in.
     *
     * @param pages those of all rows before
     */
    private boolean isAfter(Place last, Place next, Set<Integer> pages) {
        if (last.page() != next.page()) {
            return last.page() < next.page()
                    || !pages.contains(next.page()) && times(Rule.BALANCE_CHAIN).isPresent();
        }
        return next.box().top() > last.box().top()
                || next.box().left() > last.box().left() + NEXT_COLUMN;
    }

    /** Every balance follows, and every amount stands in an equation between printed figures. */
    private void balances() {
        boolean ends = ends();
        if (times(Rule.OPENING_TO_CLOSING).isPresent() && !ends) {
            found(Problem.Kind.ENDS, 0);
        }
        if (rows.stream().allMatch(row -> row.amount().isZero())) {
            found(Problem.Kind.UNSUPPORTED, 0);
        }
        if (times(Rule.BALANCE_CHAIN).isPresent()) {
            chain();
        } else if (!ends && !totalled()) {
            found(Problem.Kind.UNSUPPORTED, 0);
        }
    }

    private boolean ends() {
        Money sum = rows.stream().map(Transaction::amount).reduce(Money.ZERO, Money::plus);
        Optional<Money> led = statement.opening().map(opening -> opening.money().plus(sum));
        return led.isPresent() && led.equals(statement.closing().map(Figure::money));
    }

    /** Rows of each category add up to a total that is printed after them. */
    private boolean totalled() {
        long sum = 0;
        int at = 0;
        int totals = 0;
        List<Marker> printed =
                statement.markers().stream()
                        .filter(each -> each.kind() == Marker.Kind.TOTAL)
                        .toList();
        for (Transaction row : rows) {
            while (at < printed.size() && printed.get(at).afterTransaction() < row.id()) {
                totals += isTotal(printed.get(at), sum) ? 1 : 0;
                at++;
                sum = 0;
            }
            sum += row.amount().thousandths();
        }
        for (; at < printed.size() && sum != 0; at++) {
            if (isTotal(printed.get(at), sum)) {
                totals++;
                sum = 0;
            }
        }
        return sum == 0
                && times(Rule.PRINTED_TOTAL).filter(Integer.valueOf(totals)::equals).isPresent();
    }

    private boolean isTotal(Marker marker, long sum) {
        return marker.cells().stream()
                .filter(cell -> isFigure(cell.column()))
                .anyMatch(cell -> Printed.thousandths(cell.text(), fine) == Math.abs(sum));
    }

    /** Walks from one printed balance to the next; rows between two of them are held by both. */
    private void chain() {
        Optional<Money> balance = statement.opening().map(Figure::money).or(() -> printedAfter(0));
        boolean known = balance.isPresent();
        boolean moved = false;
        int equations = 0;
        int waiting = 0;
        for (Transaction row : rows) {
            Optional<Money> expected = balance.map(row.amount()::plus);
            if (row.balance().isPresent() && expected.isPresent() && !row.balance().equals(expected)
                    || runs() && row.balance().isEmpty()) {
                found(Problem.Kind.BALANCE, row.id());
            }
            balance = row.balance().or(() -> expected);
            moved |= !row.amount().isZero();
            waiting++;
            Optional<Money> marked = printedAfter(row.id());
            if (marked.isPresent() && balance.isPresent() && !marked.equals(balance)) {
                found(Problem.Kind.BALANCE, row.id());
            }
            if (hasBalance(row) || marked.isPresent()) {
                balance = balance.or(() -> marked);
                equations += known && moved ? 1 : 0;
                known = true;
                moved = false;
                waiting = 0;
            }
        }
        boolean closes =
                balance.isPresent() && balance.equals(statement.closing().map(Figure::money));
        if (equations == 0 && !closes || waiting > 0 && !closes) {
            found(Problem.Kind.UNSUPPORTED, 0);
        }
    }

    private boolean runs() {
        return statement.type() == StatementType.RUNNING_BALANCE;
    }

    /** A balance that a row of its own prints after a transaction, oldest first. */
    private Optional<Money> printedAfter(int transaction) {
        if (statement.newestFirst()) {
            return Optional.empty();
        }
        return statement.markers().stream()
                .filter(marker -> marker.afterTransaction() == transaction)
                .filter(Verifier::standsForBalance)
                .map(Marker::balance)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean standsForBalance(Marker marker) {
        return switch (marker.kind()) {
            case OPENING, CLOSING, BROUGHT_FORWARD, CARRIED_FORWARD -> true;
            case TOTAL, MEMO -> false;
        };
    }

    private static boolean hasBalance(Transaction row) {
        return row.cells().stream().anyMatch(cell -> cell.column() == Cell.Column.BALANCE);
    }

    private void dates() {
        Optional<Integer> order = times(Rule.DATE_ORDER);
        if (order.isPresent()) {
            if (order.get() != rows.size() - 1) {
                found(Problem.Kind.COUNT, 0);
            }
            for (int i = 1; i < rows.size(); i++) {
                if (rows.get(i).date().isBefore(rows.get(i - 1).date())) {
                    found(Problem.Kind.ORDER, rows.get(i).id());
                }
            }
        }
        Optional<Integer> inside = times(Rule.DATE_IN_PERIOD);
        if (inside.isPresent()) {
            if (inside.get() != rows.size() || statement.period().isEmpty()) {
                found(Problem.Kind.COUNT, 0);
            } else {
                rows.stream()
                        .filter(row -> !statement.period().get().contains(row.date()))
                        .forEach(row -> found(Problem.Kind.PERIOD, row.id()));
            }
        }
        LocalDate latest = LocalDate.EPOCH;
        for (Transaction row : rows) {
            if (row.date().isBefore(latest.minusDays(FAR_DAYS))) {
                found(Problem.Kind.ORDER, row.id());
            }
            latest = row.date().isAfter(latest) ? row.date() : latest;
        }
        Reckoning reckoning = reckoning();
        boolean dayFirst = isDayFirst(reckoning);
        for (Transaction row : rows) {
            if (row.date().getYear() < EARLIEST_YEAR || row.date().getYear() > LATEST_YEAR) {
                found(Problem.Kind.DATE, row.id());
            }
            dates(row)
                    .filter(text -> !Printed.isDay(text, reckoning.of(row.date()), dayFirst))
                    .forEach(_ -> found(Problem.Kind.DATE, row.id()));
        }
    }

    /** One row whose six digits begin with the day makes those of every row begin so. */
    private boolean isDayFirst(Reckoning reckoning) {
        return rows.stream()
                .anyMatch(row ->
                        dates(row)
                                .anyMatch(text ->
                                        Printed.isDayFirst(text, reckoning.of(row.date()))));
    }

    /** One row of another reckoning makes every date of the statement one of it. */
    private Reckoning reckoning() {
        return rows.stream()
                .flatMap(row ->
                        dates(row)
                                .map(Printed::year)
                                .filter(OptionalInt::isPresent)
                                .map(year -> Reckoning.of(year.getAsInt(), row.date())))
                .filter(each -> each != Reckoning.COMMON)
                .findFirst()
                .orElse(Reckoning.COMMON);
    }

    private static Stream<String> dates(Transaction row) {
        return row.cells().stream()
                .filter(cell -> cell.column() == Cell.Column.DATE)
                .map(Cell::text);
    }

    private void figures() {
        for (Transaction row : rows) {
            for (Cell cell : row.cells()) {
                if (cell.column() == Cell.Column.BALANCE
                        && row.balance()
                                .filter(balance -> Printed.isFigure(cell.text(), balance, fine))
                                .isEmpty()) {
                    found(Problem.Kind.FIGURE, row.id());
                }
            }
            if (!isSumOf(amounts(row), row.amount())) {
                found(Problem.Kind.FIGURE, row.id());
            }
        }
    }

    private static List<Cell> amounts(Transaction row) {
        return row.cells().stream()
                .filter(cell -> isFigure(cell.column()) && cell.column() != Cell.Column.BALANCE)
                .toList();
    }

    /** Whether some of the figures, each added or taken away, give the amount. */
    private boolean isSumOf(List<Cell> cells, Money amount) {
        long ways = Math.round(Math.pow(3, cells.size()));
        for (int way = 0; way < ways; way++) {
            long sum = 0;
            int left = way;
            for (Cell cell : cells) {
                sum += (left % 3 - 1) * Printed.thousandths(cell.text(), fine);
                left /= 3;
            }
            if (sum == amount.thousandths()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Rows whose amount is one figure have the sign of all rows that print it alike. Papers that
     * print no sign are read by their balances: a row between two of them needs no other witness.
     */
    private void signs() {
        Map<String, Set<Boolean>> signs = new HashMap<>();
        rows.forEach(row ->
                printedAs(row)
                        .ifPresent(alike ->
                                signs.computeIfAbsent(alike, _ -> new HashSet<>())
                                        .add(row.amount().isNegative())));
        boolean chained = times(Rule.BALANCE_CHAIN).isPresent();
        boolean follows = chained && statement.opening().isPresent();
        for (Transaction row : rows) {
            boolean isBetween = follows && hasBalance(row);
            follows = chained && hasBalance(row);
            boolean isDoubtful =
                    printedAs(row).map(signs::get).filter(each -> each.size() > 1).isPresent();
            if ((isDoubtful || isUnderOtherHeading(row)) && !isBetween) {
                found(Problem.Kind.SIGN, row.id());
            }
        }
    }

    /**
     * Where balances alone hold the rows, days must not run backwards; and one same bare amount on
     * rows whose days tell no order fits both signs.
     */
    private void direction() {
        if (times(Rule.BALANCE_CHAIN).isEmpty() || ends() || totalled()) {
            return;
        }
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < rows.size(); i++) {
            rises |= rows.get(i).date().isAfter(rows.get(i - 1).date());
            falls |= rows.get(i).date().isBefore(rows.get(i - 1).date());
        }
        if (falls && !rises) {
            found(Problem.Kind.ORDER, rows.getFirst().id());
        }
        boolean same = rows.stream().map(Transaction::amount).distinct().count() == 1;
        boolean named =
                statement.opening().isPresent()
                        || statement.closing().filter(end -> !isOfRow(end)).isPresent()
                        || statement.markers().stream().anyMatch(Verifier::standsForBalance);
        if (rises == falls && same && !named && rows.stream().allMatch(Verifier::isBare)) {
            found(Problem.Kind.SIGN, rows.getFirst().id());
        }
    }

    /** The figure is a row's own balance, which no word names. */
    private boolean isOfRow(Figure figure) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.place().equals(figure.place()));
    }

    /** Neither a sign nor a side beside the row's amounts, nor a heading of either side. */
    private static boolean isBare(Transaction row) {
        return row.category().isEmpty()
                && row.cells().stream().noneMatch(cell -> cell.column() == Cell.Column.SIDE)
                && amounts(row).stream()
                        .allMatch(cell ->
                                cell.column() == Cell.Column.AMOUNT
                                        && Printed.signs(cell.text()).isEmpty());
    }

    /** Where a balance is no debt, a bare figure under a heading of credits is money in. */
    private boolean isUnderOtherHeading(Transaction row) {
        return !statement.liability()
                && row.amount().isNegative()
                && amounts(row).stream()
                        .filter(cell -> Printed.isFigure(cell.text(), row.amount(), fine))
                        .anyMatch(cell ->
                                cell.column() == Cell.Column.CREDIT
                                        && Printed.signs(cell.text()).isEmpty());
    }

    /** Column, signs and category of the one figure that is the row's amount. */
    private Optional<String> printedAs(Transaction row) {
        List<Cell> cells =
                amounts(row).stream()
                        .filter(cell -> Printed.isFigure(cell.text(), row.amount(), fine))
                        .toList();
        if (cells.size() != 1 || row.amount().isZero()) {
            return Optional.empty();
        }
        Cell cell = cells.getFirst();
        return Optional.of(cell.column() + Printed.signs(cell.text()) + row.category().orElse(""));
    }
}
