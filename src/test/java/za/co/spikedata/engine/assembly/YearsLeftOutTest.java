package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/** Days without a year are placed by what their own statement says, or prove nothing. */
class YearsLeftOutTest {
    private static final String JANUARY =
            """
            Current account 1000000001
            Statement date 31 January 2026

            Date      Details                 Debit      Credit      Balance
                      Opening balance                               1,000.00
            05 Jan    FUEL                   100.00                   900.00
            25 Jan    SALARY                            500.00      1,400.00
                      Closing balance                               1,400.00
            Page 1 of 1
            """;

    private static final String JUNE =
            """
            Current account 1000000001
            Statement date 30 June 2026

            Date      Details                 Debit      Credit      Balance
                      Opening balance                               7,000.00
            05 Jun    RENT                   900.00                 6,100.00
            25 Jun    SALARY                            500.00      6,600.00
                      Closing balance                               6,600.00
            Page 1 of 1
            """;

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 25));

    @Test
    void areOfTheDayOfTheirOwnStatement() {
        Statement june = read(JANUARY + "\f\n" + JUNE).statements().getLast();

        assertThat(june.issuedOn()).hasValue(LocalDate.of(2026, 6, 30));
        assertThat(days(june)).isEqualTo(DAYS);
        assertThat(june.proof().isProven()).isTrue();
    }

    @Test
    void areNotProvenWhereTheFileAndTheStatementTellOther() {
        String june = JUNE.replace("Statement date 30 June 2026", "Printed 30 June 2026");

        assertThat(read(JANUARY + "\f\n" + june).verdict()).isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void areNotOfTheDayThatSomethingElseWasIssued() {
        String card = "Card issued on 12 May 2019\n";

        Statement dated = read(card + JUNE).statements().getFirst();
        assertThat(dated.issuedOn()).hasValue(LocalDate.of(2026, 6, 30));
        assertThat(days(dated)).isEqualTo(DAYS);
        assertThat(dated.proof().isProven()).isTrue();
        Statement printed =
                read(card + JUNE.replace("Statement date", "Printed")).statements().getFirst();
        assertThat(days(printed)).isEqualTo(DAYS);
        assertThat(printed.issuedOn()).isEmpty();
    }

    @Test
    void areNotProvenByAnIssueLongBeforeAnotherDay() {
        Statement june =
                read("Issued on 12 June 2019\n" + JUNE.replace("Statement date", "Printed"))
                        .statements()
                        .getFirst();

        assertThat(june.proof().isProven()).isFalse();
    }

    @Test
    void areNotProvenLongBeforeTheDayOfAnotherPage() {
        String january = JANUARY.replace("Page", "Statement date 31 January 2026   Page");
        String june = JUNE.replace("Statement date 30 June 2026\n", "");

        assertThat(read(january + "\f\n" + june).verdict()).isNotEqualTo(Verdict.PROVEN);
    }

    @Test
    void areNotProvenLongBeforeAStatementOfALaterDay() {
        String later = JUNE.replace("30 June", "31 January").replace("Page", "12 Oct 2026   Page");

        assertThat(read(later).verdict()).isNotEqualTo(Verdict.PROVEN);
    }

    private static List<LocalDate> days(Statement statement) {
        return statement.transactions().stream().map(Transaction::date).toList();
    }

    private static ReadResult.Read read(String paper) {
        return (ReadResult.Read)
                new StatementEngine(EngineLimits.DEFAULT)
                        .read(TypedPaper.of(paper), Optional.empty(), Progress.NONE);
    }
}
