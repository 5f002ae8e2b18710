package za.co.spikedata.logo;

import java.util.List;
import za.co.spikedata.logo.SvgReader.Drawing;
import za.co.spikedata.logo.SvgReader.NoDrawing;

/** A drawing made safe: only shapes and colours stay. */
public final class SvgPicture {
    /** A tenant's file may be no longer; served with every first page. */
    static final int MOST_CHARACTERS = 50_000;

    private SvgPicture() {}

    /** The same text again gives the same text, with nothing removed. */
    static Logo cleaned(String text) {
        try {
            var drawing = SvgReader.read(text);
            if (drawing.isEmpty()) {
                return new Logo.Refused(Logo.Why.TOO_INTRICATE);
            }
            var clean = new StringBuilder();
            drawing.get().root().write(clean, "");
            if (clean.length() > MOST_CHARACTERS) {
                return new Logo.Refused(Logo.Why.TOO_LARGE);
            }
            return Raster.of(drawing.get().root()).isBlank()
                    ? new Logo.Refused(Logo.Why.EMPTY)
                    : new Logo.Svg(clean.toString(), List.copyOf(drawing.get().removed()));
        } catch (NoDrawing _) {
            return new Logo.Refused(Logo.Why.NOT_A_PICTURE);
        }
    }

    /** What keeps a drawing from being served as it is; empty for one that may be. */
    public static List<String> faults(String text) {
        try {
            return SvgReader.read(text).map(SvgPicture::faults).orElse(List.of("its intricacy"));
        } catch (NoDrawing _) {
            return List.of("what is no SVG picture");
        }
    }

    private static List<String> faults(Drawing drawing) {
        return drawing.isAsItWas() || !drawing.removed().isEmpty()
                ? List.copyOf(drawing.removed())
                : List.of("<title>, <metadata> or style");
    }
}
