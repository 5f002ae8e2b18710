package za.co.spikedata.engine.table;

import java.util.Optional;

/**
 * A column of figures.
 *
 * @param left edge of its widest figure, in points of the section's first strip
 * @param minRight least right edge of a figure, {@code maxRight} the greatest
 * @param support figures it was found from
 */
public record Column(
        double left, double minRight, double maxRight, int support, Optional<Heading> heading) {
    /** Whole numbers join a column only if their right edge is this close to it, in points. */
    private static final double WEAK_SNAP_POINTS = 1.5;

    boolean takes(MoneyToken token, double shift) {
        double tokenLeft = token.box().left() - shift;
        double tokenRight = token.box().right() - shift;
        if (!token.strong() && token.embedded()) {
            return false;
        }
        if (!token.strong() || token.embedded()) {
            return tokenRight >= minRight - WEAK_SNAP_POINTS
                    && tokenRight <= maxRight + WEAK_SNAP_POINTS
                    && (maxRight - minRight < 25 || tokenLeft >= left - 1);
        }
        double shared = Math.min(tokenRight, maxRight) - Math.max(tokenLeft, left);
        return shared > (tokenRight - tokenLeft) / 2
                || (tokenRight >= minRight - 2 && tokenRight <= maxRight + 2);
    }

    double distance(MoneyToken token, double shift) {
        double right = token.box().right() - shift;
        return Math.max(0, Math.max(minRight - right, right - maxRight));
    }
}
