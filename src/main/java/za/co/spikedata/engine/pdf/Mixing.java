package za.co.spikedata.engine.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * How what is drawn mixes with what is below it (ISO 32000-2, 11.3.5 and 11.5). Either part holds
 * until it is set again itself.
 *
 * @param masked a mask decides how much of it is seen, and where
 */
record Mixing(Blend blend, boolean masked) {
    /** Nothing shines through. */
    static final Mixing NONE = new Mixing(Blend.NORMAL, false);

    boolean isPlain() {
        return blend == Blend.NORMAL && !masked;
    }

    /** Under an external graphics state, which may leave either as it was. */
    Mixing under(COSDictionary state) {
        COSBase mask = state.getDictionaryObject(COSName.SMASK);
        COSBase named = state.getDictionaryObject(COSName.BM);
        return new Mixing(
                named == null ? blend : named(named),
                mask == null ? masked : mask instanceof COSDictionary);
    }

    private static Blend named(COSBase blend) {
        COSBase first = blend instanceof COSArray all && all.size() > 0 ? all.getObject(0) : blend;
        return Blend.of(first instanceof COSName name ? name.getName() : "");
    }
}
