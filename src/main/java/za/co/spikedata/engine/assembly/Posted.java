package za.co.spikedata.engine.assembly;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.reading.Ends;
import za.co.spikedata.engine.reading.Reading;
import za.co.spikedata.engine.reading.Search;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;
import za.co.spikedata.engine.table.Unposted;

/**
 * Tells rows that moved an account from lists, in the same columns and with running balances of
 * their own, of what has not moved it yet: their titles say so.
 */
final class Posted {
    private final List<TokenLine> lines;

    /**
     * @param lines of the file
     */
    Posted(List<TokenLine> lines) {
        this.lines = lines;
    }

    /**
     * Reads a table; such a list only where the closing balance that the paper names is behind it,
     * or where it stands behind a page and does not run on from it, as where one was lost.
     */
    Reading read(Grid grid, Ends ends, List<Trace.Step> trace) {
        var search = new Search();
        Reading all = search.best(grid, ends);
        boolean closes = all.segments().stream().anyMatch(each -> Kept.closes(each, ends));
        boolean runsOn = all.segments().stream().allMatch(each -> each.breaks().isEmpty());
        Optional<Grid> only =
                closes ? Optional.empty() : only(grid, all.rules().newestFirst(), runsOn);
        if (only.isPresent()) {
            search = new Search();
            all = search.best(only.get(), ends);
        }
        trace.addAll(search.trace());
        return all;
    }

    /** The table without such a list at its newer end; nothing if it has none. */
    private Optional<Grid> only(Grid grid, boolean newestFirst, boolean runsOn) {
        List<RowLine> rows = grid.rows();
        var unposted = new BitSet();
        var titled = new HashMap<Integer, Boolean>();
        for (int i = 0; i < rows.size(); i++) {
            RowLine row = rows.get(i);
            unposted.set(i, titled.computeIfAbsent(row.part(), _ -> isUnposted(grid, row)));
        }
        int listed = unposted.cardinality();
        if (listed == 0 || listed == rows.size()) {
            return Optional.empty();
        }
        int first = newestFirst ? 0 : rows.size() - listed;
        if (unposted.nextSetBit(0) != first || unposted.nextClearBit(first) != first + listed) {
            return Optional.empty();
        }
        int below = newestFirst ? listed : first;
        if (!runsOn && page(rows.get(below - 1)) != page(rows.get(below))) {
            return Optional.empty();
        }
        List<RowLine> posted =
                newestFirst
                        ? rows.subList(listed, rows.size())
                        : rows.subList(0, rows.size() - listed);
        return Optional.of(
                new Grid(
                        grid.section(),
                        grid.dateLeft(),
                        grid.columns(),
                        posted,
                        grid.parts(),
                        grid.edges(),
                        grid.joined()));
    }

    private static int page(RowLine row) {
        return row.tokens().page();
    }

    /** What was found, without whole tables of that kind beside those that hold. */
    List<Found> only(List<Found> found) {
        List<Found> posted = found.stream().filter(each -> !isUnposted(each)).toList();
        return posted.stream().anyMatch(Found::holds) ? posted : found;
    }

    private boolean isUnposted(Found found) {
        Grid grid = found.reading().grid();
        return grid.joined().isEmpty()
                && found.segment().steps().stream().allMatch(step -> isUnposted(grid, step.row()));
    }

    private boolean isUnposted(Grid grid, RowLine row) {
        return TableTitle.of(grid, row, lines)
                .filter(title -> isTitle(title) && !standsAtHead(title, grid))
                .isPresent();
    }

    private static boolean isTitle(String printed) {
        return TableTitle.isShort(printed)
                && Unposted.titles(printed)
                && !Addressee.isName(printed);
    }

    /** A name from the head of a paper may be repeated above the table on each page. */
    private boolean standsAtHead(String title, Grid grid) {
        int head = Math.max(0, grid.section().firstLine() - 1);
        return lines.subList(0, head).stream().anyMatch(line -> line.printed().equals(title));
    }
}
