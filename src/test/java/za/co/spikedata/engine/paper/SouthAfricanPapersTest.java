package za.co.spikedata.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Papers drawn after the manners in which South African banks print, each in its own hand. */
class SouthAfricanPapersTest {
    private static final Path FOLDER = Path.of("src/test/resources/statements/south-africa");

    /** May only rise. */
    private static final int EXACT = 343;

    /** A page of which a page of terms takes the place in the count. This may only fall. */
    private static final int UNTOLD_PAGES = 1;

    @Test
    void areReadToTheLetterAndNoneIsProvenWrongly() throws IOException {
        PaperFolder read = PaperFolder.read(FOLDER);

        assertThat(read.wronglyProven()).isEmpty();
        assertThat(read.refused()).as("proven, and refused by the verifier").isEmpty();
        assertThat(read.exact()).hasSizeGreaterThanOrEqualTo(EXACT);
    }

    @Test
    void noneIsProvenOnceAPageAmidItIsLost() throws IOException {
        assertThat(PaperFolder.provenWithoutAnInnerPage(FOLDER))
                .hasSizeLessThanOrEqualTo(UNTOLD_PAGES);
    }
}
