package za.co.spikedata.engine.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Stamps, notes and form fields: a reader draws them over what the page itself draws. */
final class Annotations {
    /** Of one page; a form of many fields has hundreds. */
    private static final int MOST = 2_000;

    private static final int CORNERS = 4;
    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;
    private static final double DENSE = 0.95;
    private static final COSName INTERIOR = COSName.getPDFName("IC");
    private static final Set<String> UNDRAWN = Set.of("Popup", "Link");

    private Annotations() {}

    /**
     * One that is drawn.
     *
     * @param appearance its content; without any a reader fills the area
     * @param placed brings the appearance to its area
     */
    record Shown(Optional<COSStream> appearance, Affine placed, Area area) {}

    /**
     * @param layersOff what {@link Paint#layersOff} answers for the document
     */
    static List<Shown> of(COSDictionary page, Set<COSDictionary> layersOff) {
        var shown = new ArrayList<Shown>();
        COSArray all = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; all != null && i < Math.min(all.size(), MOST); i++) {
            if (all.getObject(i) instanceof COSDictionary each && isShown(each, layersOff)) {
                shown(each).ifPresent(shown::add);
            }
        }
        return shown;
    }

    private static boolean isShown(COSDictionary annotation, Set<COSDictionary> layersOff) {
        String kind = Optional.ofNullable(annotation.getNameAsString(COSName.SUBTYPE)).orElse("");
        COSBase layer = annotation.getDictionaryObject(COSName.OC);
        return !UNDRAWN.contains(kind)
                && (annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) == 0
                && !(layer instanceof COSDictionary one && layersOff.contains(one));
    }

    private static Optional<Shown> shown(COSDictionary annotation) {
        Area area = area(annotation.getCOSArray(COSName.RECT));
        if (area.isEmpty()) {
            return Optional.empty();
        }
        Optional<COSStream> appearance = appearance(annotation);
        if (appearance.isEmpty()) {
            return isFilled(annotation)
                    ? Optional.of(new Shown(appearance, Affine.IDENTITY, area))
                    : Optional.empty();
        }
        Area own = area(appearance.get().getCOSArray(COSName.BBOX));
        Affine matrix = Affine.of(appearance.get().getCOSArray(COSName.MATRIX));
        Area box = own.under(matrix);
        if (box.isEmpty()) {
            return Optional.empty();
        }
        double wide = area.width() / box.width();
        double high = area.height() / box.height();
        var placed =
                new Affine(
                        wide,
                        0,
                        0,
                        high,
                        area.left() - box.left() * wide,
                        area.bottom() - box.bottom() * high);
        return Optional.of(new Shown(appearance, placed, area));
    }

    /** Its usual look, of several the one that its state names. */
    private static Optional<COSStream> appearance(COSDictionary annotation) {
        COSDictionary looks = annotation.getCOSDictionary(COSName.AP);
        COSBase usual = looks == null ? null : looks.getDictionaryObject(COSName.N);
        if (usual instanceof COSDictionary states && !(usual instanceof COSStream)) {
            COSName state = annotation.getCOSName(COSName.AS);
            usual = state == null ? null : states.getDictionaryObject(state);
        }
        return usual instanceof COSStream stream ? Optional.of(stream) : Optional.empty();
    }

    /** A box with a colour inside, or a note on a ground of its own; other figures fill less. */
    private static boolean isFilled(COSDictionary annotation) {
        String kind = Optional.ofNullable(annotation.getNameAsString(COSName.SUBTYPE)).orElse("");
        boolean note = "FreeText".equals(kind);
        if (!note && !"Square".equals(kind)) {
            return false;
        }
        COSArray color = annotation.getCOSArray(note ? COSName.C : INTERIOR);
        return color != null && color.size() > 0 && annotation.getFloat(COSName.CA, 1) > DENSE;
    }

    private static Area area(@Nullable COSArray sides) {
        if (sides == null || sides.size() != CORNERS) {
            return Area.NOTHING;
        }
        double[] at = new double[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            at[i] = sides.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return Area.NOTHING.with(at[0], at[1]).with(at[2], at[3]);
    }
}
