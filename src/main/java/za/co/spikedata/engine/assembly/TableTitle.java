package za.co.spikedata.engine.assembly;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.table.Grid;
import za.co.spikedata.engine.table.RowLine;
import za.co.spikedata.engine.table.TokenLine;

/** The few words that say what a table is. */
final class TableTitle {
    /** What is longer is a sentence, and may speak of something else. */
    private static final int MOST_WORDS = 6;

    private TableTitle() {}

    /**
     * What stands above the part of a table that a row stands in.
     *
     * @param lines of the file
     */
    static Optional<String> of(Grid grid, RowLine row, List<TokenLine> lines) {
        return row.part() > 0 ? Optional.of(grid.parts().get(row.part())) : above(grid, lines);
    }

    /** The line right above a table's headings. */
    private static Optional<String> above(Grid grid, List<TokenLine> lines) {
        int heading = grid.section().firstLine();
        if (heading == 0 || grid.section().header().isEmpty()) {
            return Optional.empty();
        }
        TokenLine above = lines.get(heading - 1);
        return Optional.of(above)
                .filter(title -> title.page() == lines.get(heading).page())
                .filter(title -> title.dates().isEmpty() && title.money().isEmpty())
                .map(TokenLine::printed);
    }

    static boolean isShort(String printed) {
        return printed.split(" ").length <= MOST_WORDS;
    }
}
