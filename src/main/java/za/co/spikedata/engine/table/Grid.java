package za.co.spikedata.engine.table;

import java.util.List;

/**
 * A section's columns and rows.
 *
 * @param dateLeft left edge of the date column in points of the section's first strip
 */
public record Grid(Section section, double dateLeft, List<Column> columns, List<RowLine> rows) {
    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
