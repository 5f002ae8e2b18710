package za.co.spikedata.engine.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.reading.Calendar;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/**
 * The lines between no statement's first row and its last. Those that look like rows may be rows
 * that were cut off, unless they stand below words that say the account has not moved yet, or below
 * the headings of a table of rates.
 */
final class Outside {
    /** A text of the line stands at this height, in points, on this page. */
    private record Printed(String text, long top) {}

    /** A row by what a list beside the table, such as of fees, would repeat of it. */
    private record Moved(LocalDate day, Money amount) {}

    /** A line that looks like a row, with the figures that may be its amount or balance. */
    record Begun(TokenLine line, DateToken date, List<MoneyToken> figures) {}

    private final List<TokenLine> lines;
    private final BitSet inside = new BitSet();
    private final RowLike rows;
    private final Set<Printed> furniture;

    /** The headings of every table of rows name what moves the account. */
    private final boolean headed;

    /**
     * @param figures that have a name, such as a closing balance
     */
    Outside(List<TokenLine> lines, List<Found> statements, List<PrintedFigure> figures) {
        this.lines = lines;
        for (Found each : statements) {
            inside.set(each.firstLine(), each.lastLine() + 1);
        }
        this.rows = new RowLike(lines, statements, figures);
        this.furniture = furniture();
        this.headed =
                statements.stream()
                        .allMatch(each ->
                                each.reading()
                                        .grid()
                                        .section()
                                        .header()
                                        .filter(Titles::moves)
                                        .isPresent());
    }

    /** The lines of a stretch that begin as rows do, and hold a figure. */
    List<Begun> begun(int from, int to) {
        var begun = new ArrayList<Begun>();
        var titles = new Titles();
        for (int i = from; i < to; i++) {
            TokenLine line = lines.get(i);
            titles.pass(line);
            if (!inside.get(i) && line.name() == Name.NONE) {
                rows.at(i)
                        .filter(each -> !titles.sayUnposted(line))
                        .filter(each -> !titles.sayPoints(line))
                        .filter(each -> !headed || !titles.sayRates(line))
                        .filter(each -> !furniture.contains(printed(line)))
                        .ifPresent(begun::add);
            }
        }
        return begun;
    }

    /**
     * Where the first of the lines stands that may be a row of the statement: it lies in the
     * statement's time and repeats none of its rows.
     */
    static Optional<Place> first(List<Begun> begun, Calendar calendar, List<Transaction> rows) {
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        var known = new HashMap<Moved, Integer>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Transaction row : rows) {
            known.merge(new Moved(row.date(), magnitude(row.amount())), 1, Integer::sum);
            first = row.date().isBefore(first) ? row.date() : first;
            last = row.date().isAfter(last) ? row.date() : last;
        }
        for (Begun each : begun) {
            Optional<LocalDate> day = calendar.day(each.date(), -1);
            boolean booked =
                    day.isPresent() && !day.get().isBefore(first) && !day.get().isAfter(last);
            boolean timely =
                    booked
                            || calendar.period().isEmpty()
                            || day.filter(calendar.period().get()::contains).isPresent();
            if (timely && !(day.isPresent() && repeats(each, day.get(), known))) {
                return Optional.of(each.line().place());
            }
        }
        return Optional.empty();
    }

    /** Each row is repeated once. */
    private static boolean repeats(Begun begun, LocalDate day, Map<Moved, Integer> known) {
        for (MoneyToken figure : begun.figures()) {
            var moved = new Moved(day, figure.magnitude());
            int left = known.getOrDefault(moved, 0);
            if (left > 0) {
                known.put(moved, left - 1);
                return true;
            }
        }
        return false;
    }

    private static Money magnitude(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    /** What pages print alike at the same height, if once outside all rows, is no row of any. */
    private Set<Printed> furniture() {
        var pages = new HashMap<Printed, Integer>();
        var tops = new HashSet<Long>();
        for (int i = inside.nextClearBit(0); i < lines.size(); i = inside.nextClearBit(i + 1)) {
            if (rows.at(i).isPresent()) {
                pages.putIfAbsent(printed(lines.get(i)), lines.get(i).page());
                tops.add(top(lines.get(i)));
            }
        }
        var alike = new HashSet<Printed>();
        for (int i = 0; i < lines.size() && !tops.isEmpty(); i++) {
            TokenLine line = lines.get(i);
            if (tops.contains(top(line))
                    && pages.getOrDefault(printed(line), line.page()) != line.page()) {
                alike.add(printed(line));
            }
        }
        return alike;
    }

    private static long top(TokenLine line) {
        return Math.round(line.words().getFirst().box().top());
    }

    private static Printed printed(TokenLine line) {
        return new Printed(line.printed(), top(line));
    }
}
