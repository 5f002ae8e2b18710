package za.co.spikedata.engine.pdf;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** How what is drawn mixes with what is below it (ISO 32000-2, 11.3.5 and 11.5). */
enum Mixing {
    /** Nothing shines through. */
    NONE,
    /** White stays white whatever is drawn on it, and white covers what is dark. */
    LIGHTENING,
    /** White stays white whatever is drawn on it. */
    SPARING_WHITE,
    /** Blended in another manner. */
    BLENDED,
    /** A mask decides how much of it is seen, and where. */
    MASKED;

    private static final Set<String> LIGHTEN = Set.of("Screen", "Lighten");
    private static final Set<String> SPARE =
            Set.of(
                    "ColorDodge",
                    "Exclusion",
                    "Difference",
                    "Overlay",
                    "SoftLight",
                    "Hue",
                    "Saturation",
                    "Color");

    /** Black drawn on white is not seen. */
    boolean sparesWhite() {
        return this == LIGHTENING || this == SPARING_WHITE;
    }

    /** Under an external graphics state, which may leave either as it was. */
    Mixing under(COSDictionary state) {
        COSBase mask = state.getDictionaryObject(COSName.SMASK);
        COSBase blend = state.getDictionaryObject(COSName.BM);
        if (mask instanceof COSDictionary) {
            return MASKED;
        }
        if (this == MASKED && mask == null) {
            return MASKED;
        }
        return blend == null ? this == MASKED ? NONE : this : of(blend);
    }

    private static Mixing of(@Nullable COSBase blend) {
        COSBase first = blend instanceof COSArray all && all.size() > 0 ? all.getObject(0) : blend;
        String name = first instanceof COSName named ? named.getName() : "";
        if (name.equals("Normal") || name.equals("Compatible")) {
            return NONE;
        }
        return LIGHTEN.contains(name) ? LIGHTENING : SPARE.contains(name) ? SPARING_WHITE : BLENDED;
    }
}
