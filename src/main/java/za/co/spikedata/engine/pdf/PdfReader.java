package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Reason;

/** Reads the words of a PDF with their places; never throws for what the file holds. */
public final class PdfReader {
    /** Readers accept this much of something else before the header. */
    private static final int HEADER_WITHIN = 1_024;

    /** Files of which more than this share of glyphs tell no character are not text. */
    private static final double UNMAPPED_SHARE = 0.3;

    private PdfReader() {}

    /**
     * @param password tried when the file asks for one; never kept
     */
    public static PdfText read(
            byte[] pdf, Optional<String> password, EngineLimits limits, Progress progress) {
        if (pdf.length == 0) {
            return new PdfText.Refused(Reason.EMPTY_FILE);
        }
        if (!hasHeader(pdf)) {
            return new PdfText.Refused(Reason.NOT_A_PDF);
        }
        progress.reached(Progress.Stage.OPENING, 0, 1);
        try (var document = Loader.loadPDF(pdf, password.orElse(""))) {
            progress.reached(Progress.Stage.OPENING, 1, 1);
            return text(document, limits, progress);
        } catch (InvalidPasswordException locked) {
            return new PdfText.Refused(
                    password.isPresent() ? Reason.PASSWORD_INCORRECT : Reason.PASSWORD_REQUIRED);
        } catch (Glyphs.TooManyGlyphs | StackOverflowError complex) {
            return new PdfText.Refused(Reason.TOO_COMPLEX);
        } catch (IOException | RuntimeException damaged) {
            return new PdfText.Refused(Reason.DAMAGED_PDF);
        }
    }

    private static PdfText text(PDDocument document, EngineLimits limits, Progress progress)
            throws IOException {
        int announced = document.getNumberOfPages();
        if (announced > limits.maxPages()) {
            return new PdfText.Refused(Reason.TOO_MANY_PAGES);
        }
        var pages = new ArrayList<Page>();
        var pictures = new AtomicBoolean();
        var glyphs =
                new Glyphs(
                        limits.maxGlyphs(),
                        (number, page, drawn) -> {
                            pages.add(UprightPage.of(number, page.getCropBox(), drawn));
                            if (drawn.isEmpty() && holdsPicture(page)) {
                                pictures.set(true);
                            }
                            progress.reached(Progress.Stage.PAGES, number, announced);
                        });
        glyphs.draw(document);
        if (glyphs.unmapped() > UNMAPPED_SHARE * glyphs.shown()) {
            return new PdfText.Refused(Reason.UNMAPPED_TEXT);
        }
        if (pages.stream().allMatch(page -> page.lines().isEmpty())) {
            return new PdfText.Refused(pictures.get() ? Reason.SCANNED : Reason.NO_TEXT);
        }
        var about = document.getDocumentInformation();
        return new PdfText.Text(
                pages,
                Optional.ofNullable(about.getProducer()),
                Optional.ofNullable(about.getCreator()));
    }

    private static boolean holdsPicture(PDPage page) {
        var resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (var name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHeader(byte[] pdf) {
        int length = Math.min(pdf.length, HEADER_WITHIN);
        return new String(pdf, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
}
