package za.co.spikedata.engine.pdf;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a drawn glyph looks like whatever its size: how much ink each part of its box holds.
 *
 * @param ink from 0 to 15, from the top left
 * @param narrowness its width as a share of its height
 */
record GlyphShape(byte[] ink, double narrowness) {
    static final int ACROSS = 8;
    static final int DOWN = 12;
    static final int FULL = 15;
    private static final int SCANS = 4;

    /** Points and crossings of a curve that one glyph may have; letters have dozens. */
    private static final int MOST = 4_096;

    /**
     * Curves become lines that stray this share of the glyph's height at most, once it is pressed
     * to be no wider than high.
     */
    private static final double FLAT = 0.01;

    private static final double NARROWEST = 0.02;

    /** Nothing for a glyph without ink. */
    static Optional<GlyphShape> of(Shape outline) {
        return of(List.of(outline));
    }

    /**
     * Nothing for a glyph without ink.
     *
     * @param parts painted one over the other
     */
    static Optional<GlyphShape> of(List<Shape> parts) {
        Rectangle2D box =
                parts.stream()
                        .map(Shape::getBounds2D)
                        .reduce(Rectangle2D::createUnion)
                        .orElseGet(Rectangle2D.Double::new);
        if (!(box.getHeight() > 0) || !(box.getWidth() > NARROWEST * box.getHeight())) {
            return Optional.empty();
        }
        double[] cells = new double[ACROSS * DOWN];
        double pressed = Math.min(1, box.getHeight() / box.getWidth());
        var square = new Rectangle2D.Double();
        square.setRect(box.getX() * pressed, box.getY(), box.getWidth() * pressed, box.getHeight());
        var press = AffineTransform.getScaleInstance(pressed, 1);
        var edges = new ArrayList<double[][]>();
        int left = MOST;
        for (Shape part : parts) {
            edges.add(edges(part.getPathIterator(press, box.getHeight() * FLAT), left));
            left -= edges.getLast().length;
        }
        for (int scan = 0; scan < DOWN * SCANS; scan++) {
            double y = box.getMaxY() - (scan + 0.5) / (DOWN * SCANS) * box.getHeight();
            scan(edges, y, square, cells, scan / SCANS * ACROSS);
        }
        byte[] ink = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            ink[i] = (byte) Math.clamp(Math.round(cells[i] / SCANS * FULL), 0, FULL);
        }
        return Optional.of(new GlyphShape(ink, box.getWidth() / box.getHeight()));
    }

    /** Lines that are not level, each as x, y to x, y. */
    private static double[][] edges(PathIterator path, int most) {
        double[][] edges = new double[64][];
        double[] at = new double[6];
        double[] first = new double[2];
        double[] last = new double[2];
        int count = 0;
        for (; !path.isDone() && count < most; path.next()) {
            int kind = path.currentSegment(at);
            double[] next = kind == PathIterator.SEG_CLOSE ? first : at;
            if (kind == PathIterator.SEG_MOVETO) {
                first = new double[] {at[0], at[1]};
            } else if (next[1] != last[1]) {
                edges = count == edges.length ? Arrays.copyOf(edges, count * 2) : edges;
                edges[count++] = new double[] {last[0], last[1], next[0], next[1]};
            }
            last = new double[] {next[0], next[1]};
        }
        return Arrays.copyOf(edges, count);
    }

    private static void scan(
            List<double[][]> parts, double y, Rectangle2D box, double[] cells, int row) {
        var spans = new ArrayList<double[]>();
        for (double[][] edges : parts) {
            double[] crossings = crossings(edges, y, box);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                spans.add(new double[] {crossings[i], crossings[i + 1]});
            }
        }
        spans.sort(Comparator.comparingDouble(span -> span[0]));
        double inked = 0;
        for (double[] span : spans) {
            double from = Math.max(span[0], inked);
            inked = Math.max(span[1], inked);
            for (int cell = 0; cell < ACROSS; cell++) {
                cells[row + cell] +=
                        Math.max(0, Math.min(span[1], cell + 1) - Math.max(from, cell));
            }
        }
    }

    /** Where the edges cross a height, in cells from the left. */
    private static double[] crossings(double[][] edges, double y, Rectangle2D box) {
        double[] crossings = new double[edges.length];
        int count = 0;
        for (double[] edge : edges) {
            if (edge[1] <= y != edge[3] <= y) {
                double x = edge[0] + (y - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0]);
                crossings[count++] = (x - box.getMinX()) / box.getWidth() * ACROSS;
            }
        }
        Arrays.sort(crossings, 0, count);
        return Arrays.copyOf(crossings, count);
    }

    /** How unlike the other is, from 0; two faces of one digit are seldom 0.12 apart. */
    double unlike(GlyphShape other) {
        double sum = 0;
        for (int i = 0; i < ink.length; i++) {
            double off = (ink[i] - other.ink[i]) / (double) FULL;
            sum += off * off;
        }
        double wide = Math.min(1, narrowness) - Math.min(1, other.narrowness);
        return sum / ink.length + wide * wide;
    }
}
