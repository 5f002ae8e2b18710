package za.co.spikedata.engine.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * What a map of codes would cost PDFBox, which writes out every code of a range and follows every
 * map that a map uses.
 */
final class MapCost {
    private static final COSName USE_MAP = COSName.getPDFName("UseCMap");
    private static final Set<String> RANGES = Set.of("endbfrange", "endcidrange", "endnotdefrange");
    private static final int MOST_MAPS = 8;
    private static final int MOST_BYTES = 1 << 21;

    /** All ranges of all maps together; the largest writing has some hundred thousand signs. */
    private static final long MOST_CODES = 500_000;

    private MapCost() {}

    /**
     * @throws IOException when the font's maps name more codes than any writing has
     */
    static void check(COSDictionary font, Budget budget) throws IOException {
        long codes = codes(font.getDictionaryObject(COSName.ENCODING), budget);
        codes += codes(font.getDictionaryObject(COSName.TO_UNICODE), budget);
        if (codes > MOST_CODES) {
            throw new IOException("Expected fewer codes, got " + codes);
        }
    }

    private static long codes(COSBase map, Budget budget) throws IOException {
        long codes = 0;
        COSBase next = map;
        for (int i = 0; next instanceof COSStream stream; i++) {
            if (i == MOST_MAPS) {
                throw new IOException("Expected fewer maps that use maps");
            }
            codes += codes(Decoded.bytes(stream, budget, MOST_BYTES));
            next = stream.getDictionaryObject(USE_MAP);
        }
        return codes;
    }

    private static long codes(byte[] map) throws IOException {
        var lexer = new Lexer(new ByteArrayInputStream(map));
        long codes = 0;
        while (lexer.operator() != Lexer.END) {
            codes += lexer.count();
            if (RANGES.contains(lexer.word())) {
                codes += inRanges(lexer);
            }
        }
        return codes;
    }

    /** Each range is a first code, a last one and what they map to, which may be an array. */
    private static long inRanges(Lexer lexer) {
        long codes = 0;
        int i = 0;
        while (i + 2 < lexer.count()) {
            codes += Math.max(0, code(lexer, i + 1) - code(lexer, i));
            i += 2;
            if (lexer.kind(i) == Lexer.Kind.OPEN) {
                while (i < lexer.count() && lexer.kind(i) != Lexer.Kind.CLOSE) {
                    i++;
                }
            }
            i++;
        }
        return codes;
    }

    private static long code(Lexer lexer, int index) {
        long code = 0;
        for (int i = lexer.start(index); i < lexer.end(index) && code <= MOST_CODES; i++) {
            code = code << 8 | lexer.bytes()[i] & 0xFF;
        }
        return code;
    }
}
