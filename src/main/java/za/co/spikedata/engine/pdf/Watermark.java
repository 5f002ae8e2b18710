package za.co.spikedata.engine.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes across every page to whom the file was shown, so that a copy tells where it is from. */
public final class Watermark {
    /** Seen at a glance, and what is below can still be read. */
    private static final float OPACITY = 0.35f;

    /** Of a page's diagonal. */
    private static final float LENGTH = 0.8f;

    /** In thousandths of the font's size, as widths are counted. */
    private static final float UNITS = 1_000f;

    private static final float FOOT_POINTS = 8f;

    /** What a viewer does by itself with an open file, or when something in it is touched. */
    private static final COSName[] DEEDS = {
        COSName.OPEN_ACTION, COSName.AA, COSName.NAMES, COSName.ACRO_FORM
    };

    private static final COSName[] DEEDS_OF_PAGES = {COSName.AA, COSName.ANNOTS};

    private final PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private final String words;

    private Watermark(String words) {
        this.words = words;
    }

    /**
     * The file with these words on each page, and without what it would do by itself.
     *
     * @return empty when the file cannot be followed, or only a password opens it
     */
    public static Optional<byte[]> on(byte[] pdf, String words) {
        var mark = new Watermark(words.replaceAll("[^ -~]", "?"));
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                mark.write(document, page);
                drop(page.getCOSObject(), DEEDS_OF_PAGES);
            }
            drop(document.getDocumentCatalog().getCOSObject(), DEEDS);
            document.setAllSecurityToBeRemoved(true);
            var stamped = new ByteArrayOutputStream();
            document.save(stamped);
            return document.getNumberOfPages() == 0
                    ? Optional.empty()
                    : Optional.of(stamped.toByteArray());
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static void drop(COSDictionary of, COSName[] names) {
        for (var name : names) {
            of.removeItem(name);
        }
    }

    private void write(PDDocument document, PDPage page) throws IOException {
        var box = page.getCropBox();
        double diagonal = Math.hypot(box.getWidth(), box.getHeight());
        double turn = Math.atan2(box.getHeight(), box.getWidth());
        float unit = font.getStringWidth(words) / UNITS;
        float size = (float) (LENGTH * diagonal / unit);
        float middleX = box.getLowerLeftX() + box.getWidth() / 2;
        float middleY = box.getLowerLeftY() + box.getHeight() / 2;
        float back = unit * size / 2;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            var faint = new PDExtendedGraphicsState();
            faint.setNonStrokingAlphaConstant(OPACITY);
            content.setGraphicsStateParameters(faint);
            content.setNonStrokingColor(0.7f, 0f, 0f);
            var across = Matrix.getTranslateInstance(middleX, middleY);
            across.concatenate(Matrix.getRotateInstance(turn, 0, 0));
            across.concatenate(Matrix.getTranslateInstance(-back, -size / 2));
            say(content, size, across);
            say(
                    content,
                    FOOT_POINTS,
                    Matrix.getTranslateInstance(
                            box.getLowerLeftX() + FOOT_POINTS, box.getLowerLeftY() + FOOT_POINTS));
        }
    }

    private void say(PDPageContentStream content, float size, Matrix place) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setTextMatrix(place);
        content.showText(words);
        content.endText();
    }
}
