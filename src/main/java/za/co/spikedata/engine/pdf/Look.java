package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * What of the graphics state decides whether a person sees what is drawn.
 *
 * @param fill colour as 0xRRGGBB, or {@link Tint#UNKNOWN}
 * @param stroke the same, of lines
 * @param fillSpace colour space of the fill, as the file names it
 * @param alpha how dense fills are, from 0 to 1
 * @param strokeAlpha how dense lines are
 * @param mixing whether something shines through by blending or masks
 * @param off part of a layer that is not shown
 * @param lineWidth in units of user space
 * @param clip everything outside is cut off
 * @param clipExact the clip is a rectangle, not only inside one
 * @param cuts clips of several rectangles besides
 */
record Look(
        int fill,
        int stroke,
        @Nullable COSBase fillSpace,
        @Nullable COSBase strokeSpace,
        double alpha,
        double strokeAlpha,
        Mixing mixing,
        boolean off,
        double lineWidth,
        Area clip,
        boolean clipExact,
        List<Cut> cuts) {
    private static final int MOST_CUTS = 8;

    static final Look FIRST =
            new Look(
                    0,
                    0,
                    null,
                    null,
                    1,
                    1,
                    Mixing.NONE,
                    false,
                    1,
                    Area.EVERYTHING,
                    true,
                    List.of());

    Look filling(int color, @Nullable COSBase space) {
        return color == fill && space == fillSpace
                ? this
                : new Look(
                        color,
                        stroke,
                        space,
                        strokeSpace,
                        alpha,
                        strokeAlpha,
                        mixing,
                        off,
                        lineWidth,
                        clip,
                        clipExact,
                        cuts);
    }

    Look stroking(int color, @Nullable COSBase space) {
        return color == stroke && space == strokeSpace
                ? this
                : new Look(
                        fill,
                        color,
                        fillSpace,
                        space,
                        alpha,
                        strokeAlpha,
                        mixing,
                        off,
                        lineWidth,
                        clip,
                        clipExact,
                        cuts);
    }

    Look lines(double width) {
        return new Look(
                fill,
                stroke,
                fillSpace,
                strokeSpace,
                alpha,
                strokeAlpha,
                mixing,
                off,
                width,
                clip,
                clipExact,
                cuts);
    }

    Look clipped(Area by, boolean exact) {
        return new Look(
                fill,
                stroke,
                fillSpace,
                strokeSpace,
                alpha,
                strokeAlpha,
                mixing,
                off,
                lineWidth,
                clip.within(by),
                clipExact && exact,
                cuts);
    }

    /** Cut by several rectangles at once; of very many such cuts the first stand. */
    Look cut(Cut by) {
        if (cuts.size() >= MOST_CUTS) {
            return this;
        }
        var more = new ArrayList<>(cuts);
        more.add(by);
        return new Look(
                fill,
                stroke,
                fillSpace,
                strokeSpace,
                alpha,
                strokeAlpha,
                mixing,
                off,
                lineWidth,
                clip,
                clipExact,
                List.copyOf(more));
    }

    Look switchedOff() {
        return new Look(
                fill,
                stroke,
                fillSpace,
                strokeSpace,
                alpha,
                strokeAlpha,
                mixing,
                true,
                lineWidth,
                clip,
                clipExact,
                cuts);
    }

    /** Under an external graphics state. */
    Look under(COSDictionary state) {
        double fillAlpha = number(state, COSName.CA_NS, alpha);
        double lineAlpha = number(state, COSName.CA, strokeAlpha);
        Mixing mixed = mixing.under(state);
        return fillAlpha == alpha && lineAlpha == strokeAlpha && mixed.equals(mixing)
                ? this
                : new Look(
                        fill,
                        stroke,
                        fillSpace,
                        strokeSpace,
                        fillAlpha,
                        lineAlpha,
                        mixed,
                        off,
                        lineWidth,
                        clip,
                        clipExact,
                        cuts);
    }

    private static double number(COSDictionary state, COSName name, double usual) {
        return state.getDictionaryObject(name) instanceof COSNumber number
                ? number.floatValue()
                : usual;
    }
}
