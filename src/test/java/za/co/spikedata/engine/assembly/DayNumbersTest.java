package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/** Tables that print the day alone take its month from the paper's period. */
class DayNumbersTest {
    private static final String PAPER =
            """
            Statement period: 15/11/2025 to 14/12/2025

            Day         Details                 Debit     Credit      Balance
                        Opening balance                               1,000.00
            17          FUEL                   100.00                   900.00
            25          SALARY                            500.00      1,400.00
            1           RENT                   900.00                   500.00
            09          GROCER                  50.00                   450.00
                        Closing balance                                 450.00
            """;

    @Test
    void areOfTheMonthOfThePeriodThatHoldsThem() {
        Read read = (Read) read(PAPER);

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions())
                .extracting(Transaction::date)
                .containsExactly(
                        LocalDate.of(2025, 11, 17),
                        LocalDate.of(2025, 11, 25),
                        LocalDate.of(2025, 12, 1),
                        LocalDate.of(2025, 12, 9));
    }

    @Test
    void areOfTheMonthThePaperNames() {
        String named =
                PAPER.replace("Statement period: 15/11/2025 to 14/12/2025", "Staat: November 2025")
                        .replace("Day ", "Dag ")
                        .replace("\n1 ", "\n26")
                        .replace("\n09", "\n30");
        Read read = (Read) read(named);

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions().getLast().date())
                .isEqualTo(LocalDate.of(2025, 11, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Statement period: 15/11/2025 to 15/12/2025",
                "Statement period: 15/11/2025 to 14/02/2026",
                "Sample Bank"
            })
    void areNoDatesWhereThePeriodMayHoldThemTwice(String period) {
        assertThat(read(PAPER.replace("Statement period: 15/11/2025 to 14/12/2025", period)))
                .isInstanceOf(ReadResult.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15/11/2025 to 14/02/2026       Statement January 2026",
                "15/11/2025 to 14/12/2025       Statement January 2026",
                "15/11/2025 to 14/02/2026       Interest 01/01/2026 to 31/01/2026",
            })
    void areNoDatesWhereThePaperNamesOtherDaysToo(String above) {
        String both = above.replaceFirst(" {7}", "\n");
        String paper = PAPER.replace("Statement period: 15/11/2025 to 14/12/2025", both);
        String rising = paper.replace("\n17", "\n3 ").replace("\n25", "\n12");

        assertThat(read(rising.replace("\n1 ", "\n20").replace("\n09", "\n25")))
                .isInstanceOf(ReadResult.Unreadable.class);
    }

    @Test
    void areOfThePeriodWhereAMonthItReachesIsNamedToo() {
        Read read = (Read) read("Statement December 2025\n" + PAPER);

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions().getFirst().date())
                .isEqualTo(LocalDate.of(2025, 11, 17));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void proveNothingWithoutARow(int lost) {
        assertThat(((Read) Paper.of(PAPER).without(lost).read()).verdict())
                .isNotEqualTo(Verdict.PROVEN);
    }

    private static ReadResult read(String paper) {
        return Paper.of(paper).read();
    }
}
