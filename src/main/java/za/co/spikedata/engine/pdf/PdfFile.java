package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/** A file as a searcher sees it. */
public final class PdfFile {
    private static final long MOST_BYTES = 400L << 20;
    private static final int MOST_OF_ONE = 1 << 28;

    private PdfFile() {}

    /**
     * All bytes of the file, and behind them all streams decoded, a character each.
     *
     * @throws IllegalArgumentException when the bytes are no PDF
     */
    public static String everything(byte[] pdf) {
        var all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (var document = Loader.loadPDF(pdf)) {
            COSDocument objects = document.getDocument();
            var budget = new Budget(MOST_BYTES, 0, 0);
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    byte[] bytes = Decoded.bytes(stream, budget, MOST_OF_ONE);
                    all.append('\n').append(new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
            return all.toString();
        } catch (IOException broken) {
            throw new IllegalArgumentException("Expected a PDF that can be opened", broken);
        }
    }
}
