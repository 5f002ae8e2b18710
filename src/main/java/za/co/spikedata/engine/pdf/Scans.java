package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Recogniser;
import za.co.spikedata.engine.model.Recogniser.Seen;

/** Pages of pictures become pages of words, with the help of a recogniser. */
final class Scans {
    /** More pages than these would hold the reader for minutes. */
    private static final int MOST_PAGES = 40;

    /** Height of capitals and digits as a share of the font size, and of words that reach below. */
    private static final double CAPITALS = 0.72;

    private static final double WITH_DESCENDERS = 0.95;
    private static final String DESCENDERS = "gjpqyQ,;()[]{}|/";

    private Scans() {}

    /** Nothing when no word was seen on any page, or the pages are too many or too large. */
    static Optional<List<Page>> read(
            PDDocument document, Recogniser recogniser, Budget budget, Progress progress)
            throws IOException {
        int count = document.getNumberOfPages();
        if (count > MOST_PAGES || recogniser == Recogniser.NONE) {
            return Optional.empty();
        }
        var pages = new ArrayList<Page>();
        boolean any = false;
        for (int i = 0; i < count; i++) {
            progress.reached(Progress.Stage.SCANS, i, count);
            var box = document.getPage(i).getCropBox();
            Optional<PagePicture> picture = PagePicture.of(document, i, budget);
            List<Line> lines =
                    picture.isEmpty()
                            ? List.of()
                            : lines(
                                    recogniser.words(picture.get().image()),
                                    picture.get().perPoint());
            any |= !lines.isEmpty();
            pages.add(new Page(i + 1, box.getWidth(), box.getHeight(), lines));
        }
        return any ? Optional.of(pages) : Optional.empty();
    }

    private static double share(String text) {
        boolean below = text.chars().anyMatch(each -> DESCENDERS.indexOf(each) >= 0);
        return below ? WITH_DESCENDERS : CAPITALS;
    }

    private static List<Line> lines(List<Seen> seen, double perPoint) {
        var lines = new ArrayList<Line>();
        var words = new ArrayList<Word>();
        int line = 0;
        for (Seen each : seen) {
            if (each.line() != line && !words.isEmpty()) {
                lines.add(Line.of(words));
                words.clear();
            }
            line = each.line();
            double height = each.height() / perPoint;
            words.add(
                    new Word(
                            each.text(),
                            new Box(
                                    each.left() / perPoint,
                                    each.top() / perPoint,
                                    each.width() / perPoint,
                                    height),
                            height / share(each.text())));
        }
        if (!words.isEmpty()) {
            lines.add(Line.of(words));
        }
        return lines;
    }
}
