package za.co.spikedata.engine.pdf;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What colours that run into each other hide (ISO 32000-2, 8.7.4). */
final class Shades {
    private static final int SHADING_PATTERN = 2;

    private Shades() {}

    /** What of an area a pattern leaves nothing to be seen below; a background fills the rest. */
    static Area hiddenBy(COSDictionary pattern, Affine space, Area area) {
        if (pattern.getInt(COSName.PATTERN_TYPE) != SHADING_PATTERN
                || !(pattern.getDictionaryObject(COSName.SHADING) instanceof COSDictionary found)) {
            return Area.NOTHING;
        }
        return found.containsKey(COSName.BACKGROUND)
                ? area
                : hidden(found, Affine.of(pattern.getCOSArray(COSName.MATRIX)).times(space), area);
    }

    /** The same of shades that are painted by themselves. */
    static Area hidden(COSDictionary shading, Affine matrix, Area area) {
        Area left = boxed(shading, matrix, area);
        Affine placed =
                shading.getInt(COSName.SHADING_TYPE) == Spread.BY_PLACE
                        ? Affine.of(shading.getCOSArray(COSName.MATRIX)).times(matrix)
                        : matrix;
        Optional<Spread> spread = Spread.of(shading);
        Optional<Affine> back = placed.inverse();
        if (left.isEmpty() || spread.isEmpty() || back.isEmpty()) {
            return Area.NOTHING;
        }
        if (holds(spread.get(), back.get(), left)) {
            return left;
        }
        Area inner = spread.get().inner();
        return inner.isEmpty() || !placed.isUpright()
                ? Area.NOTHING
                : left.within(inner.under(placed));
    }

    /** Shades paint nothing beyond a box of their own. */
    private static Area boxed(COSDictionary shading, Affine matrix, Area area) {
        COSArray box = shading.getCOSArray(COSName.BBOX);
        if (box == null || box.size() != 4) {
            return area;
        }
        float[] sides = box.toFloatArray();
        return matrix.isUpright()
                ? area.within(
                        Area.of(
                                matrix,
                                sides[0],
                                sides[1],
                                sides[2] - sides[0],
                                sides[3] - sides[1]))
                : Area.NOTHING;
    }

    /** Whether all corners of an area are painted, and so all between them. */
    private static boolean holds(Spread spread, Affine back, Area area) {
        return holds(spread, back, area.left(), area.bottom())
                && holds(spread, back, area.right(), area.bottom())
                && holds(spread, back, area.left(), area.top())
                && holds(spread, back, area.right(), area.top());
    }

    private static boolean holds(Spread spread, Affine back, double x, double y) {
        return spread.holds(back.x(x, y), back.y(x, y));
    }
}
