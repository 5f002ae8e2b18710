package za.co.spikedata.engine.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.verify.Verifier;

/**
 * What came of the papers of a folder, by their names.
 *
 * @param exact read to the letter
 * @param wronglyProven proven with anything else than what the paper says
 * @param refused proven, and refused by the verifier
 */
record PaperFolder(List<String> exact, List<String> wronglyProven, List<String> refused) {
    static PaperFolder read(Path folder) throws IOException {
        var read = new PaperFolder(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Path> papers;
        try (var files = Files.list(folder)) {
            papers = files.sorted().toList();
        }
        for (Path file : papers) {
            read.add(ExpectedPaper.of(file));
        }
        return read;
    }

    private void add(ExpectedPaper paper) throws IOException {
        ReadResult result = paper.result();
        String told = ExpectedPaper.told(result);
        if (told.equals(paper.expected())) {
            exact.add(paper.name());
        } else if (told.contains("PROVEN") && !told.contains("UNPROVEN")) {
            wronglyProven.add(paper.name());
        }
        if (result instanceof ReadResult.Read read
                && read.verdict() == Verdict.PROVEN
                && !Verifier.verify(read).isEmpty()) {
            refused.add(paper.name());
        }
    }
}
