package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** Characters by glyph id, as an embedded TrueType program tells them. */
final class GlyphIds {
    /** In fonts made by most tools the glyphs of ASCII follow one another from id 3, the blank. */
    private static final int ASCII_SHIFT = 29;

    private static final int FIRST = 3;
    private static final int LAST = '~' - ASCII_SHIFT;

    private GlyphIds() {}

    /** From the program's own map; where it has none, in the order fonts usually keep. */
    static @Nullable String[] of(byte[] program) {
        try (var font = new TTFParser(true).parse(new RandomAccessReadBuffer(program))) {
            var texts = mapped(font);
            return texts == null ? usual() : texts;
        } catch (IOException | RuntimeException damaged) {
            return usual();
        }
    }

    /** Glyph ids in the usual order: what they say is for the arithmetic to confirm. */
    static @Nullable String[] usual() {
        @Nullable String[] texts = new String[LAST + 1];
        for (int id = FIRST; id <= LAST; id++) {
            texts[id] = String.valueOf((char) (id + ASCII_SHIFT));
        }
        return texts;
    }

    private static @Nullable String @Nullable [] mapped(TrueTypeFont font) throws IOException {
        CmapLookup lookup = font.getUnicodeCmapLookup(false);
        if (lookup == null) {
            return null;
        }
        @Nullable String[] texts = new String[Math.min(font.getNumberOfGlyphs(), 1 << 16)];
        int found = 0;
        for (int id = 0; id < texts.length; id++) {
            List<Integer> codes = lookup.getCharCodes(id);
            if (codes != null && !codes.isEmpty()) {
                texts[id] = Character.toString(codes.getFirst());
                found++;
            }
        }
        return found == 0 ? null : texts;
    }
}
