package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/** Rows run as their days do; where no day tells, a guessed sign is never proven. */
class RowOrderTest {
    private static final String INSTALMENTS =
            """
            Date          Description           Amount     Outstanding
            01 Jun 2026   INSTALMENT            550.00        5,450.00
            01 Jul 2026   INSTALMENT            550.00        4,900.00
            """;

    private static final String OF_ONE_DAY = INSTALMENTS.replace("01 Jul", "01 Jun");

    @Test
    void readsRisingDaysOldestFirst() {
        Statement statement = only(INSTALMENTS);

        assertThat(statement.newestFirst()).isFalse();
        assertThat(statement.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(amounts(statement)).containsOnly(new Money(-55_000));
    }

    @ParameterizedTest
    @CsvSource({"01 Jun,01 Jul", "15 Dec,15 Jan"})
    void readsRisingDaysThatPrintNoYear(String first, String second) {
        Statement statement =
                only(
                        "Statement date: 31 July 2027\n\n"
                                + INSTALMENTS
                                        .replace("01 Jun 2026", first + "     ")
                                        .replace("01 Jul 2026", second + "     "));

        assertThat(statement.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(amounts(statement)).containsOnly(new Money(-55_000));
    }

    @Test
    void readsFallingDaysNewestFirst() {
        Statement statement = only(INSTALMENTS.replace("01 Jul", "01 May"));

        assertThat(statement.newestFirst()).isTrue();
        assertThat(statement.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(amounts(statement)).containsOnly(new Money(55_000));
    }

    @Test
    void provesNoSignThatNothingTells() {
        assertThat(only(OF_ONE_DAY).proof().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date          Description            Debit", "-"})
    void provesWhatAHeadingOrASignTells(String told) {
        String paper =
                told.equals("-")
                        ? OF_ONE_DAY.replace(" 550.00", "-550.00")
                        : OF_ONE_DAY.replace("Date          Description           Amount", told);
        Statement statement = only(paper);

        assertThat(statement.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(amounts(statement)).containsOnly(new Money(-55_000));
    }

    @Test
    void provesWhatABalanceBroughtForwardTells() {
        Statement statement =
                only(
                        OF_ONE_DAY.replaceFirst(
                                "\n",
                                "\n              Opening balance                     6,000.00\n"));

        assertThat(statement.proof().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(amounts(statement)).containsOnly(new Money(-55_000));
    }

    private static List<Money> amounts(Statement statement) {
        return statement.transactions().stream().map(Transaction::amount).toList();
    }

    private static Statement only(String text) {
        return ((Read) Paper.of(text).read()).statements().getFirst();
    }
}
