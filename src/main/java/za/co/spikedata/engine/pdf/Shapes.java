package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;

/** The parts of a path under construction, as far as rectangles can tell them. */
final class Shapes {
    /** Parts of one path; those beyond are held by one rectangle. */
    private static final int MOST = 64;

    /** Sides this far from upright are upright, in points. */
    private static final double UPRIGHT = 0.1;

    private static final int CORNERS = 4;

    /** A shape that fills this share of its area fills it to the eye. */
    private static final double WHOLE = 0.9;

    /**
     * One part of a path.
     *
     * @param rectangle it has four corners and upright sides
     * @param whole it fills its area, but for what rounded corners leave
     * @param line a straight stroke along one axis
     */
    record Part(Area area, boolean rectangle, boolean whole, boolean line) {}

    private final List<Part> parts = new ArrayList<>();
    private Area area = Area.NOTHING;
    private boolean upright = true;
    private int points;
    private double x;
    private double y;
    private double startX;
    private double startY;

    /** Twice the area that the points so far go round, less when they cross themselves. */
    private double round;

    void move(Affine matrix, double toX, double toY) {
        end();
        x = matrix.x(toX, toY);
        y = matrix.y(toX, toY);
        area = Area.NOTHING.with(x, y);
        startX = x;
        startY = y;
        round = 0;
        points = 1;
    }

    void line(Affine matrix, double toX, double toY) {
        double nextX = matrix.x(toX, toY);
        double nextY = matrix.y(toX, toY);
        upright &= Math.abs(nextX - x) < UPRIGHT || Math.abs(nextY - y) < UPRIGHT;
        round += x * nextY - nextX * y;
        x = nextX;
        y = nextY;
        area = area.with(x, y);
        points++;
    }

    /** A curve's end or one of its handles. */
    void curve(Affine matrix, double toX, double toY) {
        line(matrix, toX, toY);
        upright = false;
    }

    void rectangle(Affine matrix, double left, double bottom, double width, double height) {
        end();
        boolean isUpright =
                Math.abs(matrix.b() * width) < UPRIGHT && Math.abs(matrix.c() * height) < UPRIGHT
                        || Math.abs(matrix.a() * width) < UPRIGHT
                                && Math.abs(matrix.d() * height) < UPRIGHT;
        add(new Part(Area.of(matrix, left, bottom, width, height), isUpright, isUpright, false));
    }

    /** The parts so far; the path starts anew. */
    List<Part> taken() {
        end();
        List<Part> taken = List.copyOf(parts);
        parts.clear();
        return taken;
    }

    private void end() {
        if (points > 1) {
            boolean closes = points == CORNERS || points == CORNERS + 1;
            boolean rectangle = upright && closes;
            double filled = Math.abs(round + x * startY - startX * y) / 2;
            boolean whole = rectangle || area.size() > 0 && filled > WHOLE * area.size();
            add(new Part(area, rectangle, whole, upright && points == 2));
        }
        area = Area.NOTHING;
        upright = true;
        points = 0;
    }

    private void add(Part part) {
        if (parts.size() < MOST) {
            parts.add(part);
        } else {
            parts.set(
                    MOST - 1,
                    new Part(parts.get(MOST - 1).area().with(part.area()), false, false, false));
        }
    }

    /** A rectangle inside another may be a hole in it. */
    static boolean hasHole(List<Part> parts) {
        for (Part one : parts) {
            for (Part other : parts) {
                if (one != other && one.area().touches(other.area())) {
                    return true;
                }
            }
        }
        return false;
    }
}
