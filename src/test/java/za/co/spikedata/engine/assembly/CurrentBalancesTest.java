package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.assembly.Paper.verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.Verdict;

/** A print of a past month shows the balance of the day it was printed above the month's rows. */
class CurrentBalancesTest {
    private static final String PRINTED = "Printed on 2026/04/20 08:14";

    private static final String PAPER =
            """
            Printed on 2026/04/20 08:14
            Cheque account 1002003004     2026/03/01 to 2026/03/31
            Current balance   7,777.10

            Date        Description             Amount      Balance
            12/03/2026  GROCER                  -50.00       450.00
            09/03/2026  RENT                   -900.00       500.00
            05/03/2026  SALARY                  500.00     1,400.00
            02/03/2026  FUEL                   -100.00       900.00
            """;

    private static final String CLOSED =
            PAPER.replace("7,777.10\n", "7,777.10\nClosing balance     450.00\n");

    @Test
    void areNotWhatThePeriodEndsWith() {
        assertThat(verdict(CLOSED)).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void aloneProveNothingBecauseTheNewestRowMayBeLost() {
        String still = PAPER.replace("7,777.10", "450.00");
        String newest = "12/03/2026  GROCER                  -50.00       450.00\n";

        assertThat(verdict(PAPER)).isEqualTo(Verdict.UNPROVEN);
        assertThat(verdict(still)).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(still.replace(newest, ""))).isEqualTo(Verdict.UNPROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/04/20, 08:14", "Datum gedruk: 20 April 2026"})
    void areKnownByTheDayOfPrinting(String printed) {
        assertThat(verdict(PAPER.replace(PRINTED, printed))).isEqualTo(Verdict.UNPROVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Printed on 2026/03/31 23:50",
                "Printed on 2026/03/12 08:14",
                "Fees valid until 2026/07/01",
                "Sample Bank"
            })
    void areThatOfTheLastRowWhereNothingSaysThatTheyAreOfALaterDay(String head) {
        assertThat(verdict(PAPER.replace(PRINTED, head))).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void leaveAClosingBalanceToBeHeldTo() {
        String closing = PAPER.replace("Current balance", "Closing balance");

        assertThat(verdict(closing)).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void provesNoBrokenRow() {
        assertThat(verdict(CLOSED.replace("-900.00", "-901.00"))).isNotEqualTo(Verdict.PROVEN);
    }
}
