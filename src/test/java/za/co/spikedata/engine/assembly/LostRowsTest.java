package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.assembly.Paper.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.format.Banks;
import za.co.spikedata.engine.format.Origin;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Verdict;

/** What speaks of rows that were not read, where no closing balance does. */
class LostRowsTest {
    private static final String TURNOVER =
            """
            Statement period: 01/03/2026 to 31/03/2026

            Date        Description             Debit     Credit      Balance
                        Opening balance                               1,000.00
            02/03/2026  FUEL                   100.00                   900.00
            05/03/2026  SALARY                            500.00      1,400.00
            09/03/2026  RENT                   900.00                   500.00
            12/03/2026  GROCER                  50.00                   450.00
            Turnover                         1,050.00     500.00        450.00
            """;

    private static final String TWO_ACCOUNTS =
            """
            Statement period: 01/03/2026 to 31/03/2026

            Account number 1002003004
            Date        Description             Amount      Balance
                        Opening balance                    1,000.00
            02/03/2026  FUEL                   -100.00       900.00
            05/03/2026  SALARY                  500.00     1,400.00
            09/03/2026  RENT                   -900.00       500.00

            Account number 5006007008
            Date        Description             Amount      Balance
                        Opening balance                      200.00
            03/03/2026  SAVED                    20.00       220.00
            04/03/2026  SAVED                    30.00       250.00
            """;

    private static final String DAY_AND_MONTH =
            """
            Statement date: 20 January 2026

            Date        Description             Amount      Balance
                        Opening balance                    1,000.00
            28 Dec      FUEL                   -100.00       900.00
            05 Jan      SALARY                  500.00     1,400.00
            09 Jan      RENT                   -900.00       500.00

            New fees apply from 1 July 2026. Valid until 30 June 2027.
            """;

    @Test
    void provesRowsThatComeToTheirTurnover() {
        assertThat(verdict(TURNOVER)).isEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void provesNoRowsThatComeToAnotherTurnover(int lost) {
        Paper paper = Paper.of(TURNOVER).without(lost);

        assertThat(read(paper).verdict()).isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void takesTotalsOfTheLastRowsAlone() {
        assertThat(
                        verdict(
                                TURNOVER.replace(
                                        "Turnover                         1,050.00     500.00",
                                        "Totals of the page                 950.00           ")))
                .isEqualTo(Verdict.PROVEN);
    }

    @Test
    void seesARowWhoseDateSaysNothingBehindTheNewest() {
        assertThat(verdict(TWO_ACCOUNTS)).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(TWO_ACCOUNTS.replace("09/03/2026", "09/33/2026")))
                .isNotEqualTo(Verdict.PROVEN);
        assertThat(verdict(TWO_ACCOUNTS.replace("04/03/2026", "04/33/2026")))
                .isNotEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02/03/2026", "09/03/2026"})
    void provesNoAccountsBesideOneThatPrintsTooLittleToBeRead(String day) {
        int second = TWO_ACCOUNTS.indexOf("Account number 5006007008");
        String one = TWO_ACCOUNTS.substring(0, second);
        String other = TWO_ACCOUNTS.substring(second);
        String unread =
                """
                Account number 9001002003
                Date        Description             Amount
                02/03/2026  PARKING                  21.00
                %s  PARKING                  31.00
                """
                        .formatted(day);

        assertThat(verdict(one)).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(one + unread)).isNotEqualTo(Verdict.PROVEN);
        assertThat(verdict(one + unread + "\n" + other)).isNotEqualTo(Verdict.PROVEN);
        assertThat(verdictOfPages(one, other)).isEqualTo(Verdict.PROVEN);
        assertThat(verdictOfPages(one, unread)).isNotEqualTo(Verdict.PROVEN);
        assertThat(verdictOfPages(one, unread, other)).isNotEqualTo(Verdict.PROVEN);
        assertThat(verdictOfPages(unread, one, other)).isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void takesNoLimitBelowTheTableForARow() {
        String limit = "Overdraft limit 400.00     Available 650.00\n";

        assertThat(verdict(TWO_ACCOUNTS + limit)).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void takesNoTableOfRatesForRows() {
        String rates =
                """

                Date        Daily balance   Rate    Interest
                01/03/2026         500.00   4.75       0.07
                02/03/2026         250.00   4.75       0.03
                """;

        assertThat(verdict(TWO_ACCOUNTS + rates)).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(TWO_ACCOUNTS + rates.replace("Rate    ", "Amount  ")))
                .isNotEqualTo(Verdict.PROVEN);
        assertThat(verdict(TWO_ACCOUNTS + rates.replace("Rate    ", "Interest")))
                .isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void provesNoSignOfARowThatBeginsInTheMidstOfATable() {
        String paper =
                """
                Statement period: 01/03/2026 to 31/03/2026

                Date        Description             Amount      Balance
                            Opening balance                    1,000.00
                01/03/2026  AIRTIME                 -10.00       990.00
                02/03/2026  REVERSAL                 10.00     1,000.00
                03/03/2026  AIRTIME                 -10.00       990.00
                04/03/2026  REVERSAL                 10.00     1,000.00
                05/03/2026  AIRTIME                 -10.00       990.00
                06/03/2026  REVERSAL                 10.00     1,000.00
                            Closing balance                    1,000.00
                """;

        assertThat(verdict(paper)).isEqualTo(Verdict.PROVEN);
        assertThat(
                        verdict(
                                paper.replace(
                                        "03/03/2026  AIRTIME                 -",
                                        "03/03/2026  AIRTIME                  ")))
                .isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void placesDaysByTheDateOfTheStatementBeforeAnyOther() {
        Read read = read(Paper.of(DAY_AND_MONTH));

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions())
                .extracting(row -> row.date())
                .containsExactly(
                        LocalDate.of(2025, 12, 28),
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 9));
    }

    @Test
    void provesNoYearThatOnlyADateFarOffTells() {
        assertThat(verdict(DAY_AND_MONTH.replace("Statement date: 20 January 2026", "Sample Bank")))
                .isNotEqualTo(Verdict.PROVEN);
    }

    private static Verdict verdictOfPages(String... texts) {
        List<Page> pages =
                IntStream.range(0, texts.length)
                        .mapToObj(page -> Paper.of(texts[page]).page(page + 1))
                        .toList();
        var assembler =
                new Assembler(
                        Banks.NONE, new Origin(Optional.empty(), Optional.empty()), List.of());
        return ((Read) assembler.assemble(pages)).verdict();
    }

    private static Read read(Paper paper) {
        return (Read) paper.read();
    }
}
