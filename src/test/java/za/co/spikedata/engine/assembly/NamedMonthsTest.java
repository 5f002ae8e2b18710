package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.ReadResult.Read;
import za.co.spikedata.engine.model.ReadResult.Unreadable;

/** Which months with a year tell the year of rows that print none. */
class NamedMonthsTest {
    private static final String DAYS_ONLY =
            """
            %s

            Date     Description                        Amount        Balance
            01 Mar   Opening balance                                 1,000.00
            03 Mar   GROCERIES                         -100.00         900.00
                     %s
            09 Mar   SALARY                             500.00       1,400.00
            28 Mar   Closing balance                                 1,400.00
            """;

    private static final String YEAR_ABOVE =
            """
            Sample Bank (Pty) Ltd
            %s

            Date     Description                        Amount        Balance
            2024
            03/01    Opening balance                                 1,000.00
            03/02    GROCERIES                         -100.00         900.00
            03/03    SALARY                             500.00       1,400.00
            03/05    RENT                              -300.00       1,100.00
            03/07    Closing balance                                 1,100.00
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Period: March 2024", "Sample Bank      Statement period  March 2024"})
    void aMonthNamedAsThePeriodTells(String head) {
        var read = (Read) Paper.of(DAYS_ONLY.formatted(head, "")).read();

        assertThat(read.statements().getFirst().transactions())
                .extracting(row -> row.date())
                .containsExactly(LocalDate.of(2024, 3, 3), LocalDate.of(2024, 3, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terms and conditions: version March 2019",
                "Rates apply since March 2024",
                "Interest free period March 2024",
                "Period: March 2024   Period: March 2023",
                "Period: April 2024"
            })
    void noOtherMonthAboveTheRowsTells(String head) {
        assertThat(Paper.of(DAYS_ONLY.formatted(head, "")).read()).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refund of order March 2023", "Period: March 2023"})
    void noMonthBetweenTheRowsTells(String words) {
        assertThat(Paper.of(DAYS_ONLY.formatted("Sample Bank", words)).read())
                .isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rates apply since March 2024", "Period: March 2024"})
    void noMonthTellsWhereAYearStandsAboveTheRows(String head) {
        var plain = (Read) Paper.of(YEAR_ABOVE.formatted("Cape Town")).read();
        var read = (Read) Paper.of(YEAR_ABOVE.formatted(head)).read();

        assertThat(read.statements().getFirst().transactions())
                .extracting(row -> row.date())
                .isEqualTo(
                        plain.statements().getFirst().transactions().stream()
                                .map(row -> row.date())
                                .toList());
    }
}
