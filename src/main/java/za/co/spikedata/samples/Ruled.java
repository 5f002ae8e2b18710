package za.co.spikedata.samples;

import java.awt.Color;
import java.util.List;

/** Rows under headings, over as many pages as they take. */
final class Ruled {
    /** A column: text starts at {@code left}, figures end at {@code right}; both in points. */
    record Column(String head, double left, double right, boolean isFigure) {
        static Column text(String head, double left) {
            return new Column(head, left, left, false);
        }

        static Column figure(String head, double right) {
            return new Column(head, right, right, true);
        }
    }

    /** What is printed around a page break. */
    interface Break {
        /** The last row of a page, if the bank prints one there. */
        default void leave(Ruled table) {}

        /** The head of the next page; the answer is where the table goes on, in points. */
        double enter();

        /** The first row of the next page, if the bank prints one there. */
        default void entered(Ruled table) {}
    }

    private static final double BOTTOM = 780;
    private static final double HEAD_HEIGHT = 15;
    private static final Ink HEAD = Ink.bold(7.5);
    private static final Ink CELL = Ink.plain(7.5);

    /** From one line of a row to its next, and the air between rows. */
    private static final double LEADING = 9;

    private static final double AIR = 3;

    private final Paper paper;
    private final Color color;
    private final List<Column> columns;
    private final Break pageBreak;
    private double top;

    /**
     * @param color of the band behind the headings
     */
    Ruled(Paper paper, Color color, List<Column> columns, double top, Break pageBreak) {
        this.paper = paper;
        this.color = color;
        this.columns = List.copyOf(columns);
        this.top = top;
        this.pageBreak = pageBreak;
        head();
    }

    /** One row; lines of a cell are parted by line feeds, an empty cell is printed as nothing. */
    void row(String... cells) {
        double height = height(cells);
        // Room is kept for a row that leaves the page.
        if (top + height + LEADING + AIR > BOTTOM) {
            pageBreak.leave(this);
            top = pageBreak.enter();
            head();
            pageBreak.entered(this);
        }
        edgeRow(cells);
    }

    /** Starts a new page when less than {@code height} points are left below the rows. */
    void keep(double height) {
        if (top + height > BOTTOM) {
            top = pageBreak.enter();
        }
    }

    /** A row that belongs to the edge of its page and never turns it. */
    void edgeRow(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            double baseline = top + LEADING;
            for (var line : cells[i].split("\n", -1)) {
                print(columns.get(i), baseline, CELL, line);
                baseline += LEADING;
            }
        }
        top += height(cells);
        paper.ruling(left(), right(), top, new Color(0xE4E4E4));
    }

    /** Where the next row would start, in points. */
    double top() {
        return top;
    }

    private void head() {
        paper.band(left() - 4, top, right() - left() + 8, HEAD_HEIGHT, color);
        for (var column : columns) {
            print(column, top + 10.5, HEAD.in(Color.WHITE), column.head());
        }
        top += HEAD_HEIGHT + AIR;
    }

    private void print(Column column, double baseline, Ink ink, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column.isFigure()) {
            paper.textUpTo(column.right(), baseline, ink, text);
        } else {
            paper.text(column.left(), baseline, ink, text);
        }
    }

    private static double height(String... cells) {
        long lines = 1;
        for (var cell : cells) {
            lines = Math.max(lines, cell.lines().count());
        }
        return lines * LEADING + AIR;
    }

    private double left() {
        return columns.getFirst().left();
    }

    private double right() {
        return columns.getLast().right();
    }
}
