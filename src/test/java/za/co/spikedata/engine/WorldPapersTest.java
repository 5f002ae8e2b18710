package za.co.spikedata.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.verify.Verifier;

/**
 * Papers as banks of many countries print them. Below a paper stand its rows: date, amount, balance
 * where one is printed, and words of its description.
 */
class WorldPapersTest {
    /** Papers read exactly; this may only rise. */
    private static final int EXACT = 122;

    /**
     * Changes that a paper cannot tell: its first or last row where it prints no balance before or
     * after, the only row of an account, or the sign of a card's rows once one is printed twice.
     * This may only fall.
     */
    private static final int UNTOLD = 7;

    /** Pages that hold one of two accounts whole. This may only fall. */
    private static final int UNTOLD_PAGES = 2;

    @Test
    void readsThePapersOfManyCountriesExactly() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<WorldPaper> papers = papers();
        for (WorldPaper paper : papers) {
            String difference = paper.difference();
            if (!difference.isEmpty()) {
                wrong.add(paper.name() + ": " + difference);
            }
        }

        assertThat(papers.size() - wrong.size())
                .as(String.join("\n", wrong))
                .isGreaterThanOrEqualTo(EXACT);
    }

    @Test
    void verifiesWhatItProves() throws IOException {
        for (WorldPaper paper : papers()) {
            if (paper.read().verdict() == Verdict.PROVEN) {
                assertThat(Verifier.verify(paper.read())).as(paper.name()).isEmpty();
            }
        }
    }

    @Test
    void provesNoPaperThatLostDoubledOrChangedARow() throws IOException {
        List<String> proven = new ArrayList<>();
        int tried = 0;
        for (WorldPaper paper : papers()) {
            for (int line : paper.rowLines()) {
                for (WorldPaper.Damage damage : WorldPaper.Damage.values()) {
                    tried++;
                    if (paper.with(damage, line).isProvenWrongly()) {
                        proven.add(paper.name() + " " + damage + " line " + line);
                    }
                }
            }
        }

        assertThat(tried).isGreaterThan(250);
        assertThat(proven).hasSizeLessThanOrEqualTo(UNTOLD);
    }

    @Test
    void provesNoPaperThatLostAPageOrWhatPartsItsAccounts() throws IOException {
        List<String> proven = new ArrayList<>();
        int tried = 0;
        for (WorldPaper paper : papers()) {
            for (int page = 0; paper.pages() > 1 && page < paper.pages(); page++) {
                tried++;
                if (paper.withoutPage(page).isProvenWrongly()) {
                    proven.add(paper.name() + " without page " + page);
                }
            }
            for (int account = 0; account + 1 < paper.statements(); account++) {
                var joined = paper.withoutWhatPartsFromTheNext(account);
                tried += joined.isPresent() ? 1 : 0;
                if (joined.filter(WorldPaper::isProvenWrongly).isPresent()) {
                    proven.add(paper.name() + " without what is behind account " + account);
                }
            }
        }

        assertThat(tried).isGreaterThan(4);
        assertThat(proven).hasSizeLessThanOrEqualTo(UNTOLD_PAGES);
    }

    private static List<WorldPaper> papers() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/world"))) {
            return files.sorted().map(WorldPaper::of).toList();
        }
    }
}
