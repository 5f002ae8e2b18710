package za.co.spikedata.engine.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A font of a rarer kind, asked through PDFBox once for each code. */
final class BoxFont implements TextFont {
    private record Glyph(String text, double width) {}

    private final PDFont font;
    private final Map<Integer, Glyph> known = new HashMap<>();

    BoxFont(PDFont font) {
        this.font = font;
    }

    @Override
    public void show(byte[] bytes, int from, int to, Glyphs glyphs) {
        var in = new ByteArrayInputStream(bytes, from, to - from);
        try {
            while (in.available() > 0) {
                int before = in.available();
                int code = font.readCode(in);
                Glyph glyph = known.computeIfAbsent(code, this::glyph);
                boolean single = before - in.available() == 1;
                glyphs.glyph(glyph.text, glyph.width, single && code == ' ');
            }
        } catch (IOException broken) {
            // The rest of the string cannot be told.
        }
    }

    private Glyph glyph(int code) {
        try {
            String text = font.toUnicode(code);
            return new Glyph(text == null ? "" : text, font.getWidth(code));
        } catch (IOException | RuntimeException broken) {
            return new Glyph("", 0);
        }
    }
}
