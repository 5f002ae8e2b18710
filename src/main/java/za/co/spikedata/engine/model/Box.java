package za.co.spikedata.engine.model;

import java.util.function.IntFunction;

/**
 * A rectangle on an upright page, in points (1/72 inch), measured from the page's top left corner
 * as a reader sees it, after the page's own rotation.
 */
public record Box(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    /** The smallest rectangle that holds all of at least one. */
    public static Box around(int count, IntFunction<Box> boxes) {
        Box first = boxes.apply(0);
        if (count == 1) {
            return first;
        }
        double left = first.left;
        double top = first.top;
        double right = first.right();
        double bottom = first.bottom();
        for (int i = 1; i < count; i++) {
            Box each = boxes.apply(i);
            left = Math.min(left, each.left);
            top = Math.min(top, each.top);
            right = Math.max(right, each.right());
            bottom = Math.max(bottom, each.bottom());
        }
        return new Box(left, top, right - left, bottom - top);
    }

    /** The smallest rectangle that holds both. */
    public Box union(Box other) {
        double newLeft = Math.min(left, other.left);
        double newTop = Math.min(top, other.top);
        return new Box(
                newLeft,
                newTop,
                Math.max(right(), other.right()) - newLeft,
                Math.max(bottom(), other.bottom()) - newTop);
    }
}
