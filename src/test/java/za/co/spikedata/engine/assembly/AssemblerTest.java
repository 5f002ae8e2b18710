package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.ReadResult.Unreadable;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;

class AssemblerTest {
    private static final String COLUMNS =
            """
            Account number 1000000001     Statement period: 27/01/2025 - 26/02/2025
            Date        Description              Fees (R)  Debits (R)  Credits (R)  Balance (R)
                        Opening balance                                                  190.00
            28/01/2025  FYNBOS TRADING                                    1,000.00     1,190.00
            29/01/2025  MAINTENANCE FEE            5.00 *                              1,185.00
            30/01/2025  KAREE FOODS                             85.00                  1,100.00
            31/01/2025  VAT 27/12-26/01 = R0.60                                        1,100.00
            01/02/2025  N1 GARAGE                              100.00                  1,000.00
                        Closing balance                                                1,000.00
            """;

    private static final String PAID_IN_FULL =
            """
            Card account 5012 **** **** 3344   Statement from 01 Mar 2026 to 31 Mar 2026
            Date          Details                          Amount
            01 Mar 2026   Previous balance               1,000.00
            02 Mar 2026   PAYMENT THANK YOU              1,000.00 CR
            05 Mar 2026   GROCER                           700.00
            09 Mar 2026   REFUND STREAMBOX                  50.00 CR
                          Balance due                      650.00
            """;

    private static final String SUMMED =
            """
            Card account 5012 **** **** 3344   Statement from 01 Mar 2026 to 31 Mar 2026
            Opening balance  1,000.00
            Closing balance    650.00

            Date          Details                          Amount
            02 Mar 2026   PAYMENT THANK YOU              1,000.00 CR
            05 Mar 2026   GROCER                           700.00
            09 Mar 2026   REFUND STREAMBOX                  50.00 CR
            """;

    @Test
    void readsFeesThatMoveTheBalanceAndMemosThatDoNot() {
        assertThat(rows(COLUMNS))
                .isEqualTo(
                        """
                        2025-01-28 FYNBOS TRADING 1000.00
                        2025-01-29 MAINTENANCE FEE -5.00
                        2025-01-30 KAREE FOODS -85.00
                        2025-02-01 N1 GARAGE -100.00
                        """);
        assertThat(only(COLUMNS).proof().verdict()).isEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7})
    void provesNoPaperThatLostARow(int line) {
        assertThat(verdict(Paper.of(COLUMNS).without(line))).isNotEqualTo(Verdict.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7})
    void provesNoPaperThatChangedARow(int line) {
        Paper paper = Paper.of(COLUMNS);
        String changed = paper.lines().get(line).replaceFirst("5\\.00|\\d(?=00\\.00)", "7.00");

        assertThat(verdict(paper.with(line, changed))).isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void takesARowPrintedTwiceForOne() {
        Read read = (Read) Paper.of(COLUMNS).doubling(5).read();

        assertThat(read.statements().getFirst().transactions()).hasSize(4);
    }

    @Test
    void pointsAtTheBalanceThatDoesNotFollow() {
        Statement statement = only(COLUMNS.replace("  1,100.00\n31", "  1,150.00\n31"));

        assertThat(statement.proof().verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(statement.proof().broken())
                .first()
                .extracting(Check.Broken::transaction)
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Previous balance", "Opening balance"})
    void turnsNoEndAloneWhereAPaymentLostItsLetters(String opening) {
        String card = PAID_IN_FULL.replace("Previous balance", opening);

        assertThat(only(card).proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(Paper.of(card.replace("1,000.00 CR", "1,000.00   "))))
                .isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void turnsNoEndAloneWhereTheSummaryStandsAbove() {
        assertThat(only(SUMMED).proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(Paper.of(SUMMED.replace("1,000.00 CR", "1,000.00   "))))
                .isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void takesBothEndsOfASummaryForTheOtherSide() {
        Statement credit =
                only(
                        SUMMED.replace("1,000.00 CR", "  100.00 CR")
                                .replace("balance    650.00", "balance    450.00"));

        assertThat(credit.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(credit.opening().orElseThrow().money().cents()).isEqualTo(100_000);
        assertThat(credit.closing().orElseThrow().money().cents()).isEqualTo(45_000);
    }

    @Test
    void holdsRowsToTheBalanceOfThePeriodsLastDay() {
        Paper summed =
                Paper.of(COLUMNS).without(8).above("Balance on 26/02/2025          1,000.00");

        assertThat(verdict(summed)).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(summed.without(8))).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void readsTwoTablesSideBySide() {
        assertThat(
                        rows(
                                """
                                Account 4172 **** **** 0000
                                Date        Description               Amount  Date       Description           Amount
                                6 Oct 25    Balance Brought Forward 2,500.00
                                21 Oct 25   Fund Transfers         -8,000.00  3 Nov 25   Fund Transfers     -6,000.00
                                9 Oct 25    # International Fee         0.03  5 Nov 25   # Service Fee          48.00
                                                                              Closing balance          -11,451.97
                                """))
                .isEqualTo(
                        """
                        2025-10-21 Fund Transfers -8000.00
                        2025-10-09 # International Fee 0.03
                        2025-11-03 Fund Transfers -6000.00
                        2025-11-05 # Service Fee 48.00
                        """);
    }

    @Test
    void leavesOutWhatIsListedButNotPosted() {
        assertThat(
                        rows(
                                """
                                Date         Description         Fee     Debit    Credit     Balance
                                01 Apr 2024  BALANCE BROUGHT    0.00      0.00      0.00   12,500.00
                                02 Apr 2024  CARD STREAMBOX     0.00    221.18      0.00   12,278.82
                                03 Apr 2024  SERVICE FEE       10.00      0.00      0.00   12,268.82
                                04 Apr 2024  FYNBOS TRADING     0.00      0.00  5,000.00   17,268.82
                                Account Effects Not Cleared
                                31 May 2024  CARD HOLD                  310.00
                                """))
                .hasLineCount(3)
                .endsWith("2024-04-04 FYNBOS TRADING 5000.00\n");
    }

    @Test
    void followsBalancesThatStandOnLinesOfTheirOwn() {
        assertThat(
                        rows(
                                """
                                Date           Particulars                        Debit        Credit
                                               Previous Balance                             22,000.00
                                Jan 03, 2024   DEBIT ORDER QUAGGA              8,855.02
                                               Balance (CR)                                 13,144.98
                                Jan 04, 2024   PROTEA SUPPLIES                   454.41
                                Jan 04, 2024   FYNBOS TRADING                                1,000.00
                                               Balance (CR)                                 13,690.57
                                """))
                .hasLineCount(3);
    }

    @Test
    void doubtsARowWhoseColumnNothingProves() {
        Statement statement =
                only(
                        """
                        Date         Description                   Fees       Amount      Balance
                        05 Jun 2024  MONTHLY FEE                - 85.00                 72 363.80
                        06 Jun 2024  EFT PROTEA SUPPLIES                  - 5 551.20    66 812.60
                        07 Jun 2024  DEPOSIT FYNBOS                          100.00     66 912.60
                        """);

        assertThat(statement.transactions()).hasSize(3);
        assertThat(statement.proof().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void suppliesTheYearOverTheEndOfAYear() {
        assertThat(
                        rows(
                                """
                                Statement Period : 13 December 2025 to 13 January 2026
                                Date    Description                         Amount       Balance
                                Opening Balance                                         500.00Cr
                                30 Dec  POS Purchase Karee Foods             99.00      401.00Cr
                                02 Jan  Salary Fynbos                       300.00Cr    701.00Cr
                                Closing Balance                                         701.00Cr
                                """))
                .isEqualTo(
                        """
                        2025-12-30 POS Purchase Karee Foods -99.00
                        2026-01-02 Salary Fynbos 300.00
                        """);
    }

    @Test
    void refusesRowsNoYearIsPrintedFor() {
        ReadResult result =
                Paper.of(
                                """
                                Date    Description                         Amount       Balance
                                Opening Balance                                           500.00
                                30 Dec  POS Purchase Karee Foods            -99.00        401.00
                                """)
                        .read();

        assertThat(result).isInstanceOf(Unreadable.class);
        assertThat(((Unreadable) result).reason()).isEqualTo(Reason.NO_STATEMENT_DATE);
    }

    @Test
    void readsNoStatementOutOfAnInvoice() {
        ReadResult result =
                Paper.of(
                                """
                                TAX INVOICE INV-0042        Date: 2025-03-04
                                Item                      Qty    Price     Amount
                                Widget 0                    1   100.00     100.00
                                                                 Total     100.00
                                """)
                        .read();

        assertThat(((Unreadable) result).reason()).isEqualTo(Reason.NOT_A_STATEMENT);
    }

    @Test
    void provesNoPaperWhoseBalanceBroughtForwardDoesNotFollow() {
        String paper =
                """
                Statement period: 27/01/2025 - 26/02/2025
                Date        Description                      Amount       Balance
                            Balance brought forward                        190.00
                28/01/2025  FYNBOS TRADING                 1,000.00      1,190.00
                29/01/2025  KAREE FOODS                     -100.00      1,090.00
                            Balance brought forward                      1,040.00
                30/01/2025  N1 GARAGE                       -100.00        940.00
                31/01/2025  N1 GARAGE                       -100.00        840.00
                """;

        assertThat(verdict(Paper.of(paper))).isEqualTo(Verdict.CONTRADICTED);
        assertThat(
                        verdict(
                                Paper.of(
                                        paper.replace("1,040.00", "1,090.00")
                                                .replace(" 940.00", " 990.00")
                                                .replace(" 840.00", " 890.00"))))
                .isEqualTo(Verdict.PROVEN);
    }

    @Test
    void provesNoRowWhoseOwnDateCannotBeRead() {
        String paper =
                """
                Date        Description                      Amount       Balance
                28/01/2025  FYNBOS TRADING                 1,000.00      1,190.00
                29/01/2025  KAREE FOODS                     -100.00      1,090.00
                29/01/2025  KAREE FOODS                     -100.00        990.00
                30/01/2025  N1 GARAGE                       -100.00        890.00
                31/01/2025  N1 GARAGE                       -100.00        790.00
                """;

        assertThat(verdict(Paper.of(paper))).isEqualTo(Verdict.PROVEN);
        assertThat(verdict(Paper.of(paper.replace("30/01/2025", "3?/O1/2025"))))
                .isEqualTo(Verdict.UNPROVEN);
        assertThat(verdict(Paper.of(paper.replace("30/01/2025", "          "))))
                .isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void tellsWhatWasTriedAndWhyItWasDropped() {
        var steps = Paper.of(COLUMNS).read().trace().steps();

        assertThat(steps)
                .extracting(Trace.Step::stage)
                .contains(
                        "papers", "tables", "columns", "balance", "statements", "dates", "layout");
        assertThat(steps)
                .filteredOn(step -> step.stage().equals("columns"))
                .extracting(Trace.Step::outcome)
                .contains("kept: most balances follow", "dropped: fewer balances follow");
        assertThat(steps.toString()).doesNotContain("KAREE", "1000000001", "190");
    }

    private static Verdict verdict(Paper paper) {
        return ((Read) paper.read()).verdict();
    }

    private static Statement only(String paper) {
        return ((Read) Paper.of(paper).read()).statements().getFirst();
    }

    private static String rows(String paper) {
        return only(paper).transactions().stream()
                .map(row ->
                        "%s %s %s\n"
                                .formatted(
                                        row.date(),
                                        String.join(" ", row.description()),
                                        row.amount().decimal()))
                .collect(Collectors.joining());
    }
}
