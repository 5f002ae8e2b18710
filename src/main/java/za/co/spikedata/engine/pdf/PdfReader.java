package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import za.co.spikedata.engine.layout.Glyphs;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.PageTaker;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Recogniser;

/** Reads the words of a PDF with their places; never throws for what the file holds. */
public final class PdfReader {
    /** Readers accept this much of something else before the header. */
    private static final int HEADER_WITHIN = 1_024;

    /** Files of which more than this share of glyphs tell no character are not text. */
    private static final double UNMAPPED_SHARE = 0.3;

    /** Bytes of all streams after their filters, and operators of all pages. */
    private static final long MOST_BYTES = 400L << 20;

    private static final long MOST_OPERATORS = 30_000_000;

    private PdfReader() {}

    /**
     * @param password tried when the file asks for one, which it need not open if none does; never
     *     kept
     * @param taker is given the pages of a document that is longer than it takes at once
     */
    public static PdfText read(
            byte[] pdf,
            Optional<String> password,
            EngineLimits limits,
            Recogniser recogniser,
            Progress progress,
            PageTaker taker) {
        if (pdf.length == 0) {
            return new PdfText.Refused(Reason.EMPTY_FILE);
        }
        if (!hasHeader(pdf)) {
            return new PdfText.Refused(Reason.NOT_A_PDF);
        }
        progress.reached(Progress.Stage.OPENING, 0, 1);
        var found = opened(pdf, password.orElse(""), limits, recogniser, progress, taker);
        if (password.isEmpty() || !isLocked(found)) {
            return found;
        }
        var bare = opened(pdf, "", limits, recogniser, progress, taker);
        return isLocked(bare) ? new PdfText.Refused(Reason.PASSWORD_INCORRECT) : bare;
    }

    private static boolean isLocked(PdfText found) {
        return found instanceof PdfText.Refused(var reason) && reason == Reason.PASSWORD_REQUIRED;
    }

    private static PdfText opened(
            byte[] pdf,
            String password,
            EngineLimits limits,
            Recogniser recogniser,
            Progress progress,
            PageTaker taker) {
        var budget = new Budget(MOST_BYTES, MOST_OPERATORS, limits.maxGlyphs());
        try (var document = new BoundedParser(pdf, password, budget).parse()) {
            progress.reached(Progress.Stage.OPENING, 1, 1);
            return text(document, pdf, budget, limits, recogniser, progress, taker);
        } catch (InvalidPasswordException locked) {
            return new PdfText.Refused(Reason.PASSWORD_REQUIRED);
        } catch (BoundedParser.NoPassword _) {
            return new PdfText.Refused(
                    password.isEmpty() ? Reason.DAMAGED_PDF : Reason.PASSWORD_REQUIRED);
        } catch (BoundedParser.OtherLock _) {
            return new PdfText.Refused(Reason.OTHER_LOCK);
        } catch (Budget.Spent | StackOverflowError | OutOfMemoryError complex) {
            return new PdfText.Refused(Reason.TOO_COMPLEX);
        } catch (IOException | RuntimeException damaged) {
            return new PdfText.Refused(Reason.DAMAGED_PDF);
        }
    }

    private static PdfText text(
            PDDocument document,
            byte[] pdf,
            Budget budget,
            EngineLimits limits,
            Recogniser recogniser,
            Progress progress,
            PageTaker taker)
            throws IOException {
        List<COSDictionary> tree = PageTree.of(document.getDocument(), limits.maxPages());
        if (tree.size() > limits.maxPages()) {
            return new PdfText.Refused(Reason.TOO_MANY_PAGES);
        }
        var fonts = new Fonts(budget);
        var drawn = new Ink();
        var upright = new Glyphs();
        int atOnce = atOnce(tree.size(), taker);
        var pages = new ArrayList<Page>();
        var sheets = new ArrayList<Box>();
        var signals = new ArrayList<Signal>();
        Set<COSDictionary> layersOff = Paint.layersOff(document.getDocument());
        var dense = new IdentityHashMap<COSStream, Boolean>();
        boolean pictures = false;
        int layers = 0;
        int written = 0;
        int shown = 0;
        int unmapped = 0;
        for (COSDictionary each : tree) {
            drawn.clear();
            var ink = new PageInk(fonts, budget, drawn, layersOff, dense);
            ink.draw(each);
            PDRectangle crop = new PDPage(each).getCropBox();
            Sight.Found found = Sight.judge(drawn, ink.paint(), area(crop));
            UprightPage turned = UprightPage.of(crop, drawn);
            int number = sheets.size() + 1;
            Page page = turned.page(number, drawn, upright);
            pages.add(page);
            sheets.add(new Box(0, 0, page.width(), page.height()));
            found.figures().forEach(one -> signals.add(one.signal(number, turned)));
            signals.addAll(Misread.of(drawn, ink.paint(), fonts.witness(), number, turned));
            signals.addAll(Retouched.of(drawn, ink.paint(), budget, number, turned));
            written += page.lines().isEmpty() ? 0 : 1;
            layers += found.layer() ? 1 : 0;
            pictures |= ink.pictures() && drawn.count() == 0;
            shown += ink.shown();
            unmapped += ink.unmapped();
            if (pages.size() == atOnce || atOnce < tree.size() && number == tree.size()) {
                taker.take(List.copyOf(pages));
                pages.clear();
            }
            progress.reached(Progress.Stage.PAGES, number, tree.size());
        }
        if (atOnce < tree.size()) {
            taker.end();
        }
        for (Revisions.Changed each : Revisions.of(pdf, document.getDocument(), tree)) {
            var place = new Place(each.number(), sheets.get(each.number() - 1));
            signals.add(new Signal(each.sign(), Optional.of(place), each.weight()));
        }
        if (unmapped > UNMAPPED_SHARE * shown) {
            return new PdfText.Refused(Reason.UNMAPPED_TEXT);
        }
        Optional<List<Page>> whole = atOnce < tree.size() ? Optional.empty() : Optional.of(pages);
        if (written > layers) {
            return told(document, whole, false, layers > 0, signals);
        }
        if (!pictures && layers == 0) {
            return new PdfText.Refused(
                    tree.stream().anyMatch(PageContent::isLost)
                            ? Reason.DAMAGED_PDF
                            : Reason.NO_TEXT);
        }
        boolean layered = written > 0;
        return Scans.read(document, recogniser, budget, progress)
                .<PdfText>map(scanned -> told(document, Optional.of(scanned), true, false, signals))
                .orElseGet(() ->
                        layered
                                ? told(document, whole, true, true, signals)
                                : new PdfText.Refused(Reason.SCANNED));
    }

    /** Stretches of one length, none longer than the taker's. */
    private static int atOnce(int pages, PageTaker taker) {
        if (pages <= taker.atOnce()) {
            return Integer.MAX_VALUE;
        }
        int stretches = Math.ceilDiv(pages, taker.atOnce());
        return Math.ceilDiv(pages, stretches);
    }

    private static Area area(PDRectangle box) {
        return new Area(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getUpperRightX(),
                box.getUpperRightY());
    }

    private static PdfText told(
            PDDocument document,
            Optional<List<Page>> pages,
            boolean recognised,
            boolean unseen,
            List<Signal> signals) {
        var about = document.getDocumentInformation();
        return new PdfText.Text(
                pages,
                recognised,
                unseen,
                Optional.ofNullable(about.getProducer()),
                Optional.ofNullable(about.getCreator()),
                signals);
    }

    private static boolean hasHeader(byte[] pdf) {
        int length = Math.min(pdf.length, HEADER_WITHIN);
        return new String(pdf, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
}
