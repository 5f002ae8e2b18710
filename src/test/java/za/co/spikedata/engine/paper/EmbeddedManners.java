package za.co.spikedata.engine.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/** The same statement in a font whose outlines are in the file. */
final class EmbeddedManners {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private EmbeddedManners() {}

    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("part of a font", embedded(true, true, font -> font));
        all.put("whole font", embedded(true, false, font -> font));
        all.put("whole font without a map", embedded(true, false, EmbeddedManners::unmapped));
        all.put("part of a font without a map", embedded(true, true, EmbeddedManners::unmapped));
        all.put("simple font", embedded(false, false, font -> font));
        all.put(
                "simple font without an encoding",
                embedded(false, false, EmbeddedManners::unencoded));
        return all;
    }

    private static byte[] embedded(
            boolean wide, boolean part, UnaryOperator<COSDictionary> change) {
        try (var document = new PDDocument();
                var file = Objects.requireNonNull(PDType0Font.class.getResourceAsStream(FONT));
                var bytes = new ByteArrayOutputStream()) {
            PDFont font =
                    wide
                            ? PDType0Font.load(document, file, part)
                            : PDTrueTypeFont.load(document, file, WinAnsiEncoding.INSTANCE);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                for (Placed text : Placed.statement()) {
                    content.beginText();
                    content.setFont(font, 8);
                    content.newLineAtOffset((float) text.left(), (float) text.baseline());
                    content.showText(text.text());
                    content.endText();
                }
            }
            document.save(bytes);
            try (var again = org.apache.pdfbox.Loader.loadPDF(bytes.toByteArray());
                    var changed = new ByteArrayOutputStream()) {
                var fonts =
                        again.getPage(0)
                                .getResources()
                                .getCOSObject()
                                .getCOSDictionary(COSName.FONT);
                change.apply(fonts.getCOSDictionary(fonts.keySet().iterator().next()));
                again.save(changed);
                return changed.toByteArray();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static COSDictionary unmapped(COSDictionary font) {
        font.removeItem(COSName.TO_UNICODE);
        return font;
    }

    /** A symbolic font names no letters; its codes are those of the font file. */
    private static COSDictionary unencoded(COSDictionary font) {
        font.removeItem(COSName.ENCODING);
        font.getCOSDictionary(COSName.FONT_DESC).setInt(COSName.FLAGS, 4);
        return font;
    }
}
