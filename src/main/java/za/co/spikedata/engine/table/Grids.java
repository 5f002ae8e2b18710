package za.co.spikedata.engine.table;

import java.util.List;
import java.util.Optional;

/** Finds the rows of a section: lines whose figures stand in the section's columns. */
public final class Grids {
    public Optional<Grid> of(Section printed) {
        DateColumns dates = DateColumns.of(printed);
        if (dates.booked().isEmpty()) {
            return Optional.empty();
        }
        Optional<RunningText> text = RunningText.of(printed, dates);
        List<Column> columns =
                text.map(RunningText::columns).orElseGet(() -> Columns.of(printed, dates));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Section section =
                text.isPresent() ? RunningText.parted(printed) : Touching.parted(printed, columns);
        var finder = new RowFinder(section, dates, columns, text);
        for (int i = 0; i < section.lines().size(); i++) {
            finder.take(i);
        }
        double dateLeft = dates.booked().get().left();
        return Optional.of(
                new Grid(
                        section,
                        dateLeft,
                        columns,
                        finder.rows(),
                        finder.parts(),
                        Edges.of(section, dateLeft, columns, finder.rows()),
                        List.of()));
    }
}
