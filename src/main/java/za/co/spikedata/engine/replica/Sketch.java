package za.co.spikedata.engine.replica;

import java.util.List;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;

/**
 * A paper's pages as boxes: where its words stand, what each is taken for, and the rows and columns
 * that were found. Of the original it holds forms alone; of a replica the replica's own words.
 *
 * @param pages of the paper; sheets may be fewer
 */
public record Sketch(int pages, List<Sheet> sheets) {
    public Sketch {
        sheets = List.copyOf(sheets);
    }

    /**
     * One page, in points, the origin at the top left.
     *
     * @param number counted from 1
     */
    public record Sheet(
            int number,
            double width,
            double height,
            List<Mark> marks,
            List<Box> lines,
            List<Column> columns,
            List<Row> rows) {
        public Sheet {
            marks = List.copyOf(marks);
            lines = List.copyOf(lines);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A word: its class, and what may be said of it. */
    public record Mark(Token token, String said, Box box) {}

    /** Where the cells of one kind stand. */
    public record Column(Cell.Column kind, Box box) {}

    /**
     * A row that was read.
     *
     * @param id of the transaction
     * @param broken some equation does not hold at it
     */
    public record Row(int id, boolean broken, Box box) {}

    /** What a word is taken for. */
    public enum Token {
        DATE,
        FIGURE,
        HEADING,
        /** Names an opening, a closing or a total. */
        NAME,
        NUMBER,
        WORD
    }
}
