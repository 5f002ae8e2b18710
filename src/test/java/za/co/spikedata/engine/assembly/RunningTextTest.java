package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Verdict;

/** Rows printed as one text, a blank between its parts, so that no figure stands below another. */
class RunningTextTest {
    private static final String PAPER =
            """
            Statement period: 01/03/2026 to 31/03/2026

            Date Description Amount Balance
            OpeningBalance1,000.00Cr
            02/03/2026 FUEL 100.00 900.00Cr
            05/03/2026 SALARY FYNBOS HANDEL 500.00Cr 1,400.00Cr
            09/03/2026 RENT ERF 104 TABLE VIEW TOWNHOUSE 900.00 500.00Cr
            12/03/2026 AIRTIME 29.00 29.00 471.00Cr
            14/03/2026 GROCERIES SOLD AT THE CORNER 1,000.00 529.00Dr
            15/03/2026 GYM 10.00 539.00Dr
            """;

    @Test
    void takeTheirColumnsFromTheEnd() {
        Read read = read(PAPER);

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().opening().orElseThrow().money().cents())
                .isEqualTo(1_000_00);
        assertThat(read.statements().getFirst().transactions())
                .extracting(row -> row.amount().cents())
                .containsExactly(-100_00L, 500_00L, -900_00L, -29_00L, -1_000_00L, -10_00L);
        assertThat(read.statements().getFirst().transactions().get(3).description())
                .containsExactly("AIRTIME 29.00");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void proveNothingWithoutARow(int lost) {
        assertThat(((Read) Paper.of(PAPER).without(lost).read()).verdict())
                .isNotEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,400.00Cr", " 100.00", "529.00Dr"})
    void proveNoOtherFigure(String figure) {
        String other = figure.replace('0', '8');

        assertThat(read(PAPER.replace(figure, other)).verdict()).isNotEqualTo(Verdict.PROVEN);
    }

    private static Read read(String paper) {
        return (Read) Paper.of(paper).read();
    }
}
