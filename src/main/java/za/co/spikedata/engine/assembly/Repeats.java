package za.co.spikedata.engine.assembly;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Step;
import za.co.spikedata.engine.table.DateToken;
import za.co.spikedata.engine.table.MoneyToken;
import za.co.spikedata.engine.table.RowLine;

/** Tells lists that repeat rows of the table above them, such as of the month's fees. */
final class Repeats {
    /** What a list repeats of a row. */
    private record Printed(String day, Money amount) {}

    private final List<Found> found;
    private final Map<Reading, Map<Printed, Integer>> known = new IdentityHashMap<>();

    Repeats(List<Found> found) {
        this.found = found;
    }

    /**
     * Each of its rows repeats day and amount of a row of its own that holds in the same table, and
     * its last figure is that amount, not a balance that a row of another account begins with.
     */
    boolean areAllOf(Found list) {
        if (list.holds()) {
            return false;
        }
        Map<Printed, Integer> rows = known.computeIfAbsent(list.reading(), this::rows);
        var used = new HashMap<Printed, Integer>();
        return list.segment().transactions().stream()
                .allMatch(step ->
                        repeated(step)
                                .filter(each ->
                                        used.merge(each, 1, Integer::sum)
                                                <= rows.getOrDefault(each, 0))
                                .isPresent());
    }

    private Map<Printed, Integer> rows(Reading reading) {
        var rows = new HashMap<Printed, Integer>();
        for (Found each : found) {
            if (each.holds() && each.reading() == reading) {
                for (Step step : each.segment().transactions()) {
                    var printed = new Printed(day(step.row()), magnitude(step.amount()));
                    rows.merge(printed, 1, Integer::sum);
                }
            }
        }
        return rows;
    }

    /** A figure that stands twice in its row is the amount and the balance it begins with. */
    private static Optional<Printed> repeated(Step step) {
        RowLine row = step.row();
        return row.lastFigure()
                .map(MoneyToken::magnitude)
                .filter(last -> figures(row).filter(last::equals).count() == 1)
                .map(last -> new Printed(day(row), last));
    }

    private static Stream<Money> figures(RowLine row) {
        return row.cells().stream().flatMap(Optional::stream).map(MoneyToken::magnitude);
    }

    private static String day(RowLine row) {
        return row.date().or(row::inherited).map(DateToken::text).orElse("");
    }

    private static Money magnitude(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
