package za.co.spikedata.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /** Whether all words of a line, which is mostly within the table, may be the table's. */
    public boolean holdAll(TokenLine line, double shift) {
        return line.box().left() - shift > left
                && line.box().right() - shift < right
                && line.text().largest() < STAMP * size;
    }

    /** Few rows have text beyond the edge; a column without a heading fills most. */
    private boolean isMargin(Section section, List<RowLine> rows, boolean isLeft) {
        int beyond = 0;
        for (RowLine row : rows) {
            beyond += isAnyBeyond(row.tokens(), section, isLeft) ? 1 : 0;
        }
        return beyond * 2 < rows.size();
    }

    private boolean isAnyBeyond(TokenLine line, Section section, boolean isLeft) {
        double shift = section.shift(line);
        boolean within =
                isLeft
                        ? line.box().left() - shift > left
                        : line.box().right() - shift < right - SLACK_POINTS;
        if (within) {
            return false;
        }
        for (Word word : line.words()) {
            if (isLeft ? word.box().right() - shift <= left : word.box().left() - shift >= right) {
                return true;
            }
        }
        return false;
    }

    private static double size(List<RowLine> rows) {
        double[] sizes = new double[rows.size()];
        int count = 0;
        for (RowLine row : rows) {
            OptionalDouble size = size(row);
            if (size.isPresent()) {
                sizes[count++] = size.getAsDouble();
            }
        }
        Arrays.sort(sizes, 0, count);
        return count == 0 ? Double.POSITIVE_INFINITY : sizes[count / 2];
    }

    private static OptionalDouble size(RowLine row) {
        Optional<MoneyToken> figure = row.lastFigure();
        return figure.isPresent()
                ? OptionalDouble.of(row.tokens().words().get(figure.get().lastWord()).size())
                : OptionalDouble.empty();
    }
}
