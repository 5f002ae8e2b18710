package za.co.spikedata.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Papers drawn after the manners in which banks of other countries print. */
class ElsewherePapersTest {
    private static final Path FOLDER = Path.of("src/test/resources/statements/elsewhere");

    /** May only rise. */
    private static final int EXACT = 17;

    @Test
    void areReadToTheLetterAndNoneIsProvenWrongly() throws IOException {
        PaperFolder read = PaperFolder.read(FOLDER);

        assertThat(read.wronglyProven()).isEmpty();
        assertThat(read.refused()).as("proven, and refused by the verifier").isEmpty();
        assertThat(read.exact()).hasSizeGreaterThanOrEqualTo(EXACT);
    }
}
