package za.co.spikedata.engine.pdf;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Where shades paint, in their own space; never further than they do (ISO 32000-2, 8.7.4.5). */
sealed interface Spread {
    int BY_PLACE = 1;
    int AXIAL = 2;
    int RADIAL = 3;

    /** Further than any page is wide, in points. */
    double FAR = 1e6;

    boolean holds(double x, double y);

    /** An upright rectangle that is painted as a whole; {@link Area#NOTHING} when none is known. */
    Area inner();

    /** Nothing for meshes, which may have holes. */
    static Optional<Spread> of(COSDictionary shading) {
        return switch (shading.getInt(COSName.SHADING_TYPE)) {
            case BY_PLACE -> Optional.of(byPlace(shading));
            case AXIAL -> numbers(shading, COSName.COORDS, 4).map(at -> axial(shading, at));
            case RADIAL -> numbers(shading, COSName.COORDS, 6).flatMap(at -> radial(shading, at));
            default -> Optional.empty();
        };
    }

    /** The shades of a rectangle, each a function of its place. */
    record Box(Area inner) implements Spread {
        @Override
        public boolean holds(double x, double y) {
            return inner.left() <= x
                    && x <= inner.right()
                    && inner.bottom() <= y
                    && y <= inner.top();
        }
    }

    /**
     * Shades along a line, square to it without end.
     *
     * @param from the first share of the line that is painted, and {@code to} the last
     */
    record Slab(double x, double y, double dx, double dy, double from, double to)
            implements Spread {
        @Override
        public boolean holds(double atX, double atY) {
            double share = ((atX - x) * dx + (atY - y) * dy) / (dx * dx + dy * dy);
            return share >= from && share <= to;
        }

        @Override
        public Area inner() {
            if (dy == 0) {
                return Area.NOTHING.with(end(x, dx, from), -FAR).with(end(x, dx, to), FAR);
            }
            return dx == 0
                    ? Area.NOTHING.with(-FAR, end(y, dy, from)).with(FAR, end(y, dy, to))
                    : Area.NOTHING;
        }

        private static double end(double start, double length, double share) {
            return Math.clamp(start + length * share, -FAR, FAR);
        }
    }

    /** Circles in one another, the smallest painted to its centre. */
    record Disc(double x, double y, double radius) implements Spread {
        @Override
        public boolean holds(double atX, double atY) {
            return Math.hypot(atX - x, atY - y) <= radius;
        }

        @Override
        public Area inner() {
            double half = radius / Math.sqrt(2);
            return new Area(x - half, y - half, x + half, y + half);
        }
    }

    private static Spread byPlace(COSDictionary shading) {
        float[] sides = numbers(shading, COSName.DOMAIN, 4).orElse(new float[] {0, 1, 0, 1});
        return new Box(new Area(sides[0], sides[2], sides[1], sides[3]));
    }

    private static Spread axial(COSDictionary shading, float[] at) {
        double from = goesOn(shading, 0) ? -Double.MAX_VALUE : 0;
        double to = goesOn(shading, 1) ? Double.MAX_VALUE : 1;
        return new Slab(at[0], at[1], at[2] - at[0], at[3] - at[1], from, to);
    }

    /** Only circles in one another leave no hole that is hard to tell. */
    private static Optional<Spread> radial(COSDictionary shading, float[] at) {
        int larger = at[2] > at[5] ? 0 : 1;
        double inside = at[larger == 0 ? 5 : 2];
        double radius = at[larger == 0 ? 2 : 5];
        boolean nested = Math.hypot(at[0] - at[3], at[1] - at[4]) + inside <= radius;
        if (!nested || inside > 0 && !goesOn(shading, 1 - larger)) {
            return Optional.empty();
        }
        double reach = goesOn(shading, larger) ? 2 * FAR : radius;
        return Optional.of(new Disc(at[larger * 3], at[larger * 3 + 1], reach));
    }

    private static boolean goesOn(COSDictionary shading, int end) {
        COSArray told = shading.getCOSArray(COSName.EXTEND);
        COSBase value = told == null || told.size() != 2 ? null : told.getObject(end);
        return value instanceof COSBoolean yes && yes.getValue();
    }

    private static Optional<float[]> numbers(COSDictionary shading, COSName name, int count) {
        return Optional.ofNullable(shading.getCOSArray(name))
                .filter(each -> each.size() == count)
                .map(COSArray::toFloatArray);
    }
}
