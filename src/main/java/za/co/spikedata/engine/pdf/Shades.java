package za.co.spikedata.engine.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Colours that run into each other (ISO 32000-2, 8.7.4). */
final class Shades {
    private static final int AXIAL = 2;
    private static final int SHADING_PATTERN = 2;

    private Shades() {}

    /** Whether a pattern is of shades that leave nothing to be seen below it. */
    static boolean areEverywhere(COSDictionary pattern) {
        return pattern.getInt(COSName.PATTERN_TYPE) == SHADING_PATTERN
                && pattern.getDictionaryObject(COSName.SHADING) instanceof COSDictionary shading
                && (shading.containsKey(COSName.BACKGROUND) || goOn(shading));
    }

    /** Whether shades along a line go on beyond both its ends, and so have none. */
    static boolean goOn(COSDictionary shading) {
        return shading.getInt(COSName.SHADING_TYPE) == AXIAL
                && shading.getCOSArray(COSName.EXTEND) instanceof COSArray extend
                && extend.size() == 2
                && isTrue(extend.getObject(0))
                && isTrue(extend.getObject(1));
    }

    private static boolean isTrue(COSBase value) {
        return value instanceof COSBoolean told && told.getValue();
    }
}
