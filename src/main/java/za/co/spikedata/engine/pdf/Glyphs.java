package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Collects the glyphs a page draws, in any order, form XObjects included. */
final class Glyphs extends PDFTextStripper {
    /** Directions further than this from a right angle are slanted: stamps and watermarks. */
    private static final double SLANT_DEGREES = 5;

    private static final int RIGHT_ANGLE = 90;
    private static final int FULL_TURN = 360;

    private final List<DrawnGlyph> drawn = new ArrayList<>();
    private final Pages pages;
    private int budget;
    private int shown;
    private int unmapped;

    /**
     * @param budget how many glyphs may be drawn before {@link TooManyGlyphs} is thrown
     */
    Glyphs(int budget, Pages pages) throws IOException {
        this.budget = budget;
        this.pages = pages;
        setShouldSeparateByBeads(false);
    }

    /** More glyphs than a statement can have. */
    static final class TooManyGlyphs extends RuntimeException {
        TooManyGlyphs() {
            super("Expected fewer glyphs", null, false, false);
        }
    }

    /** Hears of each page that draws something, in order. */
    interface Pages {
        /**
         * @param number counted from 1
         */
        void drawn(int number, PDPage page, List<DrawnGlyph> glyphs);
    }

    /** Draws all pages. */
    void draw(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    @Override
    protected void startPage(PDPage page) {
        drawn.clear();
    }

    @Override
    protected void writePage() {
        // The glyphs are wanted, not the stripper's idea of their order.
    }

    @Override
    protected void endPage(PDPage page) {
        pages.drawn(getCurrentPageNo(), page, List.copyOf(drawn));
    }

    /** Glyphs shown so far. */
    int shown() {
        return shown;
    }

    /** Glyphs shown so far whose character the file does not tell. */
    int unmapped() {
        return unmapped;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        if (--budget < 0) {
            throw new TooManyGlyphs();
        }
        shown++;
        var unicode = font.toUnicode(code);
        if (unicode == null || unicode.isEmpty() || unicode.charAt(0) == '\uFFFD') {
            unmapped++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        var text = plain(position.getUnicode());
        var matrix = position.getTextMatrix();
        double size = Math.hypot(matrix.getScaleX(), matrix.getShearY());
        if (text.isEmpty() || !(size > 0) || !Double.isFinite(size)) {
            return;
        }
        double degrees = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
        long quarter = Math.round(degrees / RIGHT_ANGLE);
        boolean slanted = Math.abs(degrees - quarter * RIGHT_ANGLE) > SLANT_DEGREES;
        drawn.add(
                new DrawnGlyph(
                        text,
                        matrix.getTranslateX(),
                        matrix.getTranslateY(),
                        position.getWidthDirAdj(),
                        size,
                        slanted ? -1 : (int) (quarter * RIGHT_ANGLE + FULL_TURN) % FULL_TURN));
    }

    /** Ligatures and full-width forms as plain characters; everything else as drawn. */
    private static String plain(String text) {
        boolean compatible =
                text.codePoints()
                        .anyMatch(point ->
                                (point >= 0xFB00 && point <= 0xFB06)
                                        || (point >= 0xFF01 && point <= 0xFF5E));
        return compatible ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }
}
