package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.bench.hostile.RawPdf;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.support.ProcessorTime;

class ManyStatementsTest {
    private static final int MANY = 3_000;
    private static final int SUMMARIES = 800;
    private static final int PROSE_LINES = 15_000;

    /** Number of the first page's own content. */
    private static final int OWN = 20 + MANY;

    /** Work that each of them costs again for all others would take a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @Test
    void takeNoLongerThanTheirNumber() {
        var pdf = RawPdf.statement();
        var pages = new StringBuilder("3 0 R");
        for (int i = 1; i < MANY; i++) {
            pdf.put(20 + i, pdf.body(3).replace("4 0 R", "[4 0 R %d 0 R]".formatted(OWN + i)));
            pdf.stream(OWN + i, "", RawPdf.account(i));
            pages.append(' ').append(20 + i).append(" 0 R");
        }
        byte[] file = pdf.change(2, "3 0 R", pages.toString()).bytes();

        ReadResult result = readInTime(file);

        assertThat(((ReadResult.Read) result).statements())
                .hasSize(MANY)
                .allMatch((Statement each) -> each.proof().isProven());
    }

    @Test
    void asManySummariesOnOnePaperTakeNoLongerThanTheirNumber() {
        var paper = new StringBuilder("Statement period: 1 March 2024 to 31 March 2024\n\n");
        for (int i = 1; i <= SUMMARIES; i++) {
            paper.append(
                    """
                    Opening balance: %d,000.00
                    Closing balance: %d,850.00
                    Date         Description                        Amount
                    13/03/2024   GROCERIES                         -100.00
                    15/03/2024   SHOES                              -50.00
                    """
                            .formatted(i, i - 1));
        }
        byte[] file = TypedPaper.of(paper.toString());

        readInTime(file);
    }

    @Test
    void behindManyPagesOfProseTakeNoLongerThanTheirNumber() {
        var paper = new StringBuilder("Statement period: 1 March 2024 to 31 March 2024\n\n");
        for (int i = 1; i <= PROSE_LINES; i++) {
            paper.append("Clause ").append(i).append(" of the terms that all accounts share.\n");
        }
        for (int i = 1; i <= SUMMARIES; i++) {
            paper.append(
                    """

                    Account number %d
                    Date         Description               Amount      Balance
                                 Opening balance                      1,000.00
                    03/03/2024   GROCERIES                -100.00       900.00
                    05/03/2024   SHOES                     -50.00       850.00
                    """
                            .formatted(1002003004L + 7 * i));
        }

        ReadResult result = readInTime(TypedPaper.of(paper.toString()));

        assertThat(((ReadResult.Read) result).statements()).hasSize(SUMMARIES);
    }

    private static ReadResult readInTime(byte[] file) {
        var engine = new StatementEngine(EngineLimits.DEFAULT);
        return ProcessorTime.within(
                LONGEST, () -> engine.read(file, Optional.empty(), Progress.NONE));
    }
}
