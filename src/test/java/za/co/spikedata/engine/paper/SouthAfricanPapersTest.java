package za.co.spikedata.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.verify.Verifier;

/** Papers drawn after the manners in which South African banks print, each in its own hand. */
class SouthAfricanPapersTest {
    private static final Path FOLDER = Path.of("src/test/resources/statements/south-africa");

    /** May only rise. */
    private static final int EXACT = 141;

    @Test
    void areReadToTheLetterAndNoneIsProvenWrongly() throws IOException {
        var exact = new ArrayList<String>();
        var wronglyProven = new ArrayList<String>();
        var refused = new ArrayList<String>();
        List<Path> papers;
        try (var files = Files.list(FOLDER)) {
            papers = files.sorted().toList();
        }
        for (Path file : papers) {
            var paper = ExpectedPaper.of(file);
            ReadResult result = paper.result();
            String read = ExpectedPaper.told(result);
            if (read.equals(paper.expected())) {
                exact.add(paper.name());
            } else if (read.contains("PROVEN") && !read.contains("UNPROVEN")) {
                wronglyProven.add(paper.name());
            }
            if (result instanceof ReadResult.Read all
                    && all.verdict() == Verdict.PROVEN
                    && !Verifier.verify(all).isEmpty()) {
                refused.add(paper.name());
            }
        }

        assertThat(wronglyProven).isEmpty();
        assertThat(refused).as("proven, and refused by the verifier").isEmpty();
        assertThat(exact).hasSizeGreaterThanOrEqualTo(EXACT);
    }
}
