package za.co.spikedata.engine.pdf;

import java.util.List;
import java.util.Optional;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Reason;

/** What text a PDF holds. */
public sealed interface PdfText {
    /**
     * Pages of words.
     *
     * @param pages all of them, unless a taker was given them
     * @param recognised the words were seen on pictures, so any of them may be wrong
     * @param unseen words of some page are what a machine once read off its picture, and nobody has
     *     held them to the picture
     * @param signals of a change after the bank's own save
     * @param producer the program the file says it was written by
     */
    record Text(
            Optional<List<Page>> pages,
            boolean recognised,
            boolean unseen,
            Optional<String> producer,
            Optional<String> creator,
            List<Signal> signals)
            implements PdfText {
        public Text {
            pages = pages.map(List::copyOf);
            signals = List.copyOf(signals);
        }
    }

    /** No text could be had. */
    record Refused(Reason reason) implements PdfText {}
}
