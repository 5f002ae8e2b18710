package za.co.spikedata.engine.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.reading.Joined;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.PrintedFigure;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Vocabulary.Name;

/** Puts together the tables that only together lead from an account's opening to its closing. */
final class Accounts {
    private final List<TokenLine> lines;
    private final NamedFigures named;
    private final TreeMap<Integer, List<Grid>> tables = new TreeMap<>();

    Accounts(List<TokenLine> lines, Parts parts, List<PrintedFigure> figures) {
        this.lines = lines;
        this.named = parts.named();
        tables.put(0, new ArrayList<>());
        parts.starts().forEach(start -> tables.put(start, new ArrayList<>()));
        Optional<Money> opening = Optional.empty();
        for (PrintedFigure figure : figures) {
            Money money = figure.token().magnitude();
            if (figure.name() == Name.OPENING && !opening.equals(Optional.of(money))) {
                if (opening.isPresent()) {
                    tables.putIfAbsent(figure.line(), new ArrayList<>());
                }
                opening = Optional.of(money);
            }
        }
    }

    /** What was found, where one account's tables together hold more rows than each alone. */
    List<Found> joined(List<Grid> grids, List<Found> found, List<Trace.Step> trace) {
        grids.forEach(grid -> tables.floorEntry(grid.section().firstLine()).getValue().add(grid));
        var result = new ArrayList<Found>(found);
        tables.forEach((start, own) -> {
            Optional<Found> joined = joined(start, own);
            if (joined.isEmpty()) {
                return;
            }
            List<Found> alone = found.stream().filter(each -> isOf(own, each)).toList();
            long rows =
                    alone.stream()
                            .filter(Found::holds)
                            .filter(each -> each.segment().breaks().isEmpty())
                            .mapToLong(each -> each.segment().transactions().size())
                            .sum();
            if (joined.get().segment().transactions().size() > rows) {
                result.removeAll(alone);
                result.add(joined.get());
                trace.add(
                        new Trace.Step(
                                "tables",
                                own.size() + " tables of one account",
                                joined.get().segment().transactions().size(),
                                "kept"));
            }
        });
        return result;
    }

    private Optional<Found> joined(int start, List<Grid> own) {
        if (own.size() < 2) {
            return Optional.empty();
        }
        Integer next = tables.higherKey(start);
        var ends = named.ends(start, next == null ? lines.size() : next);
        Optional<Reading> reading = new Joined(lines, ends).find(own);
        return reading.map(each -> Found.of(each, each.segments().getFirst(), true));
    }

    private static boolean isOf(List<Grid> own, Found found) {
        return own.stream()
                .anyMatch(grid ->
                        grid.section().firstLine() == found.reading().grid().section().firstLine());
    }
}
