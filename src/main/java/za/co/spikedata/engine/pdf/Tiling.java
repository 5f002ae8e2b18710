package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * A pattern of tiles (ISO 32000-2, 8.7.3).
 *
 * @param tile what one of them draws
 * @param matrix takes the pattern's space to the page
 * @param box of one tile, in the pattern's space
 * @param across from one tile to the next, in the pattern's space, as is {@code up}
 */
record Tiling(COSStream tile, Affine matrix, Area box, double across, double up) {
    private static final int TILES = 1;

    /** Tiles smaller than this, in points, are told by one that is drawn larger. */
    private static final double SMALL = 8;

    /** A tile that is looked at alone is drawn as large as this, in points. */
    private static final double ENLARGED = 100;

    /** Places of one tile that are looked at, along each side. */
    private static final int PLACES = 20;

    /** A tile that leaves no more than the rest of it open hides what is below. */
    private static final double DENSE = 0.9;

    /**
     * @param space that of the page, or of the form, whose content names the pattern
     * @return nothing for patterns of another kind, and for those that make no sense
     */
    static Optional<Tiling> of(COSDictionary pattern, Affine space) {
        if (!(pattern instanceof COSStream tile)
                || pattern.getInt(COSName.PATTERN_TYPE) != TILES
                || !(pattern.getCOSArray(COSName.BBOX) instanceof COSArray box)
                || box.size() != 4) {
            return Optional.empty();
        }
        float[] sides = box.toFloatArray();
        var area =
                Area.of(
                        Affine.IDENTITY,
                        sides[0],
                        sides[1],
                        sides[2] - sides[0],
                        sides[3] - sides[1]);
        double across = Math.abs(pattern.getFloat(COSName.X_STEP, 0));
        double up = Math.abs(pattern.getFloat(COSName.Y_STEP, 0));
        Affine matrix = Affine.of(pattern.getCOSArray(COSName.MATRIX)).times(space);
        return across > 0 && up > 0 && !area.isEmpty() && matrix.inverse().isPresent()
                ? Optional.of(new Tiling(tile, matrix, area, across, up))
                : Optional.empty();
    }

    /** Where the tiles over an area stand; nothing where they are too small or too many to draw. */
    Optional<List<Affine>> over(Area area, int most) {
        Area cell = Area.of(matrix, 0, 0, across, up);
        Area within = area.under(matrix.inverse().orElseThrow());
        double left = Math.floor((within.left() - box.right()) / across) + 1;
        double right = Math.ceil((within.right() - box.left()) / across);
        double bottom = Math.floor((within.bottom() - box.top()) / up) + 1;
        double top = Math.ceil((within.top() - box.bottom()) / up);
        if (cell.width() < SMALL
                || cell.height() < SMALL
                || !((right - left) * (top - bottom) <= most)) {
            return Optional.empty();
        }
        var places = new ArrayList<Affine>();
        for (double x = left; x < right; x++) {
            for (double y = bottom; y < top; y++) {
                places.add(new Affine(1, 0, 0, 1, x * across, y * up).times(matrix));
            }
        }
        return Optional.of(places);
    }

    /** Where one tile stands that is looked at alone, from 0 upwards. */
    Affine enlarged() {
        double wide = ENLARGED / across;
        double high = ENLARGED / up;
        return new Affine(wide, 0, 0, high, -box.left() * wide, -box.bottom() * high);
    }

    /**
     * Whether nothing is seen between what a tile paints.
     *
     * @param fills of an enlarged tile
     */
    static boolean isDense(List<Paint.Fill> fills) {
        int[] rows = new int[PLACES];
        for (Area area : fills.stream().filter(Paint.Fill::covers).map(Paint.Fill::area).toList()) {
            int columns = below(area.right()) & ~below(area.left());
            int until = place(area.top());
            for (int row = place(area.bottom()); row < until; row++) {
                rows[row] |= columns;
            }
        }
        return Arrays.stream(rows).map(Integer::bitCount).sum() > DENSE * PLACES * PLACES;
    }

    /** A bit for each place that is nearer to 0 than this. */
    private static int below(double at) {
        return (1 << place(at)) - 1;
    }

    /** The first place along a side that is as far from 0 as this. */
    private static int place(double at) {
        return (int) Math.clamp(Math.ceil(at / ENLARGED * PLACES - 0.5), 0, PLACES);
    }
}
