package za.co.spikedata.engine.table;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import za.co.spikedata.engine.table.Columns.Placed;

/** Columns of a few figures right of every heading, as of a summary that stands beside the rows. */
final class Boxes {
    /** A box beside the rows prints at most one figure for so many dated lines. */
    private static final int ROWS_BESIDE_BOX = 3;

    /** Papers print one running balance or two; a box of many columns is not tried for more. */
    private static final int MOST_TRIED = 6;

    private Boxes() {}

    /** All but those that are balances of the rows beside them. */
    static Set<Column> of(
            List<Column> columns, List<Placed> placed, Section section, DateColumns dates) {
        List<Column> right = right(columns, section);
        if (right.isEmpty()) {
            return Set.of();
        }
        long rows =
                section.lines().stream()
                        .filter(line -> dates.bookedIn(line, section.shift(line)).isPresent())
                        .count();
        List<Column> few =
                right.stream().filter(each -> each.support() * ROWS_BESIDE_BOX < rows).toList();
        var boxes = new HashSet<>(few);
        few.stream()
                .sorted(Comparator.comparingInt(Column::support).reversed())
                .limit(MOST_TRIED)
                .filter(column -> Running.holds(column, columns, placed))
                .forEach(boxes::remove);
        return boxes;
    }

    private static List<Column> right(List<Column> columns, Section section) {
        return section.header().stream()
                .map(header -> header.labels().getLast().right())
                .flatMap(end -> columns.stream().filter(column -> end < column.left()))
                .toList();
    }
}
