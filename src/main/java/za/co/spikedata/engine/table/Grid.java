package za.co.spikedata.engine.table;

import java.util.List;

/**
 * A section's columns and rows.
 *
 * @param dateLeft left edge of the date column in points of the section's first strip
 * @param parts headings between rows, such as of one card's purchases; empty where rows go on below
 *     a total without one
 * @param edges tell its text from what stands beside it
 * @param joined the tables whose rows, in order, are this one's; none for a table of its own
 */
public record Grid(
        Section section,
        double dateLeft,
        List<Column> columns,
        List<RowLine> rows,
        List<String> parts,
        Edges edges,
        List<Grid> joined) {
    public Grid {
        joined = List.copyOf(joined);
        parts = List.copyOf(parts);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
