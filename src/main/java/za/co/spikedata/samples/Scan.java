package za.co.spikedata.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages as pictures, as a scanner makes them. */
final class Scan {
    private static final float DPI = 200;

    private Scan() {}

    static byte[] of(byte[] pdf, long seed) {
        try (var printed = Loader.loadPDF(pdf);
                var scanned = new PDDocument()) {
            scanned.setDocumentId(seed);
            var renderer = new PDFRenderer(printed);
            for (int i = 0; i < printed.getNumberOfPages(); i++) {
                var picture = renderer.renderImageWithDPI(i, DPI, ImageType.GRAY);
                var page = new PDPage(PDRectangle.A4);
                scanned.addPage(page);
                try (var stream = new PDPageContentStream(scanned, page)) {
                    stream.drawImage(
                            LosslessFactory.createFromImage(scanned, picture),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            var bytes = new ByteArrayOutputStream();
            scanned.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
