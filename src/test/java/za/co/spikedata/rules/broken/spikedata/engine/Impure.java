package za.co.spikedata.rules.broken.spikedata.engine;

import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;

/** Breaks the engine's purity in every way. */
class Impure {
    Logger log = org.slf4j.LoggerFactory.getLogger(Impure.class);
    Path file = Path.of("x");
    PDDocument document = new PDDocument();
}
