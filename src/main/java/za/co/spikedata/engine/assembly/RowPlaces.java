package za.co.spikedata.engine.assembly;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.engine.table.RowLine;

/** Where rows stand in their table; they are mostly asked for one after another. */
final class RowPlaces {
    private final List<RowLine> rows;
    private @Nullable Map<RowLine, Integer> known;
    private int last = -1;

    RowPlaces(List<RowLine> rows) {
        this.rows = rows;
    }

    /** Index of the row, -1 when it is none of the table's. */
    int of(RowLine row) {
        if (last + 1 < rows.size() && rows.get(last + 1) == row) {
            return ++last;
        }
        if (known == null) {
            known = new IdentityHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                known.put(rows.get(i), i);
            }
        }
        int place = known.getOrDefault(row, -1);
        last = place < 0 ? last : place;
        return place;
    }
}
