package za.co.spikedata.engine.table;

import java.util.List;
import za.co.spikedata.engine.layout.Word;

/**
 * What tells a table's text from what stands beside or over it, such as an advertisement or a
 * stamp.
 *
 * @param left in points of the section's first strip, {@code right} likewise; infinite where no
 *     heading tells
 * @param size font size of most rows
 */
public record Edges(double left, double right, double size) {
    /** Text may start this far before its heading or end this far behind it, in points. */
    private static final double SLACK_POINTS = 8;

    /** Letters this many times as large as a row's are a stamp's. */
    private static final double STAMP = 1.4;

    static Edges of(Section section, double dateLeft, List<Column> columns, List<RowLine> rows) {
        double size = size(rows);
        var open = new Edges(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, size);
        if (section.header().isEmpty()) {
            return open;
        }
        List<Header.Label> labels = section.header().get().labels();
        double left = Math.min(dateLeft, labels.getFirst().left());
        double right = labels.getLast().right();
        for (Column column : columns) {
            left = Math.min(left, column.left());
            right = Math.max(right, column.maxRight());
        }
        var edges = new Edges(left - SLACK_POINTS, right + SLACK_POINTS, size);
        return new Edges(
                edges.isMargin(section, rows, true) ? edges.left : open.left,
                edges.isMargin(section, rows, false) ? edges.right : open.right,
                size);
    }

    /**
     * Whether a word may be the table's.
     *
     * @param shift of the word's strip, in points
     */
    public boolean hold(Word word, double shift) {
        return word.box().right() - shift > left
                && word.box().left() - shift < right
                && word.size() < STAMP * size;
    }

    /** Few rows have text beyond the edge; a column without a heading fills most. */
    private boolean isMargin(Section section, List<RowLine> rows, boolean isLeft) {
        long beyond =
                rows.stream()
                        .filter(row -> {
                            double shift = section.shift(row.tokens());
                            return row.tokens().words().stream()
                                    .anyMatch(word ->
                                            isLeft
                                                    ? word.box().right() - shift <= left
                                                    : word.box().left() - shift >= right);
                        })
                        .count();
        return beyond * 2 < rows.size();
    }

    private static double size(List<RowLine> rows) {
        double[] sizes =
                rows.stream()
                        .flatMap(row ->
                                row.lastFigure().stream()
                                        .map(figure -> row.tokens().words().get(figure.lastWord())))
                        .mapToDouble(Word::size)
                        .sorted()
                        .toArray();
        return sizes.length == 0 ? Double.POSITIVE_INFINITY : sizes[sizes.length / 2];
    }
}
