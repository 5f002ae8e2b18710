package za.co.spikedata.engine.model;

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
