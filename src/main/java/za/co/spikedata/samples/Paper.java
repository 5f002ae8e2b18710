package za.co.spikedata.samples;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A4 pages to print on; places are in points from a page's top left corner. */
final class Paper implements AutoCloseable {
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();
    private static final int KEY_BITS = 256;

    /** Thickness of a ruling, in points. */
    private static final float RULING = 0.6f;

    private final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private PDPage page = new PDPage(PDRectangle.A4);
    private PDPageContentStream stream;

    /**
     * @param seed makes the file's id, so that the same sample is the same bytes
     */
    Paper(long seed) {
        document.setDocumentId(seed);
        document.getDocumentInformation().setTitle("Sample statement, invented");
        document.addPage(page);
        stream = open(page);
    }

    void turn() {
        close(stream);
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = open(page);
    }

    void text(double left, double baseline, Ink ink, String text) {
        try {
            stream.beginText();
            stream.setFont(font(ink), (float) ink.size());
            stream.setNonStrokingColor(ink.color());
            stream.newLineAtOffset((float) left, (float) (HEIGHT - baseline));
            stream.showText(text);
            stream.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that ends at {@code right}. */
    void textUpTo(double right, double baseline, Ink ink, String text) {
        text(right - width(ink, text), baseline, ink, text);
    }

    void band(double left, double top, double width, double height, Color color) {
        try {
            stream.setNonStrokingColor(color);
            stream.addRect(
                    (float) left, (float) (HEIGHT - top - height), (float) width, (float) height);
            stream.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ruling(double left, double right, double top, Color color) {
        band(left, top, right - left, RULING, color);
    }

    /** Numbers every page at its foot; call it last. */
    void number(double left, double right, double baseline, Ink ink, String note) {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            close(stream);
            stream = open(document.getPage(i));
            text(left, baseline, ink, note);
            textUpTo(right, baseline, ink, "Page " + (i + 1) + " of " + pages);
        }
    }

    byte[] bytes() {
        close(stream);
        var bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Locked with a password the reader has to know. */
    byte[] locked(String password) {
        try {
            var policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(KEY_BITS);
            document.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double width(Ink ink, String text) {
        try {
            return font(ink).getStringWidth(text) / 1000 * ink.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDFont font(Ink ink) {
        return ink.isBold() ? bold : plain;
    }

    private PDPageContentStream open(PDPage page) {
        try {
            return new PDPageContentStream(
                    document, page, PDPageContentStream.AppendMode.APPEND, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(PDPageContentStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
