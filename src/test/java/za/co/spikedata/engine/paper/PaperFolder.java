package za.co.spikedata.engine.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern ROW = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\S+");

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

    /**
     * Papers that are proven with other rows than their own once a page is lost that is neither
     * their first nor their last.
     */
    static List<String> provenWithoutAnInnerPage(Path folder) throws IOException {
        var proven = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                var paper = ExpectedPaper.of(file);
                for (int page = 2; page < paper.pages(); page++) {
                    String told = ExpectedPaper.told(paper.withoutPage(page).result());
                    if (isProven(told) && !rows(told).equals(rows(paper.expected()))) {
                        proven.add(paper.name() + " without page " + page);
                    }
                }
            }
        }
        return proven;
    }

    private static boolean isProven(String told) {
        return told.contains("PROVEN")
                && !told.contains("UNPROVEN")
                && !told.contains("CONTRADICTED");
    }

    private static List<String> rows(String told) {
        return told.lines().filter(line -> ROW.matcher(line).lookingAt()).toList();
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
