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
            var clean = written(drawing.get());
            if (clean.text().length() > MOST_CHARACTERS) {
                return new Logo.Refused(Logo.Why.TOO_LARGE);
            }
            return Raster.of(drawing.get().root()).isBlank()
                    ? new Logo.Refused(Logo.Why.EMPTY)
                    : clean;
        } catch (NoDrawing _) {
            return new Logo.Refused(Logo.Why.NOT_A_PICTURE);
        }
    }

    /** The same, however much it is; of one that held nothing else, nothing needs to be seen. */
    static Logo shown(String text) {
        try {
            return SvgReader.read(text)
                    .map(drawing ->
                            drawing.removed().isEmpty() || !Raster.of(drawing.root()).isBlank()
                                    ? written(drawing)
                                    : new Logo.Refused(Logo.Why.EMPTY))
                    .orElseGet(() -> new Logo.Refused(Logo.Why.TOO_INTRICATE));
        } catch (NoDrawing _) {
            return new Logo.Refused(Logo.Why.NOT_A_PICTURE);
        }
    }

    private static Logo.Svg written(Drawing drawing) {
        var text = new StringBuilder();
        drawing.root().write(text, "");
        return new Logo.Svg(text.toString(), List.copyOf(drawing.removed()));
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
