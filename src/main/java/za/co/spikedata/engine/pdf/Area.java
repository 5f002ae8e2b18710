package za.co.spikedata.engine.pdf;

/** An upright rectangle of user space, in points, the origin at the bottom left. */
record Area(double left, double bottom, double right, double top) {
    private static final double FAR = 1e6;

    static final Area EVERYTHING = new Area(-FAR, -FAR, FAR, FAR);
    static final Area NOTHING = new Area(FAR, FAR, -FAR, -FAR);

    /** What a rectangle becomes under a transformation; slanted ones become what holds them. */
    static Area of(Affine matrix, double x, double y, double width, double height) {
        return NOTHING.with(matrix.x(x, y), matrix.y(x, y))
                .with(matrix.x(x + width, y), matrix.y(x + width, y))
                .with(matrix.x(x, y + height), matrix.y(x, y + height))
                .with(matrix.x(x + width, y + height), matrix.y(x + width, y + height));
    }

    /** What holds this under a transformation. */
    Area under(Affine matrix) {
        return of(matrix, left, bottom, width(), height());
    }

    Area with(double x, double y) {
        return new Area(
                Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y));
    }

    Area with(Area other) {
        return other.isEmpty() ? this : with(other.left, other.bottom).with(other.right, other.top);
    }

    Area within(Area other) {
        return new Area(
                Math.max(left, other.left),
                Math.max(bottom, other.bottom),
                Math.min(right, other.right),
                Math.min(top, other.top));
    }

    /** Larger on each side. */
    Area grown(double by) {
        return new Area(left - by, bottom - by, right + by, top + by);
    }

    boolean isEmpty() {
        return right <= left || top <= bottom;
    }

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    double size() {
        return isEmpty() ? 0 : width() * height();
    }

    boolean holds(double x, double y) {
        return left <= x && x < right && bottom <= y && y < top;
    }

    boolean touches(Area other) {
        return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
    }

    /** How much of this lies in the other, from 0 to 1. */
    double shareIn(Area other) {
        double size = size();
        return size <= 0 ? 0 : within(other).size() / size;
    }
}
