package za.co.spikedata.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.json.ResultJson;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.engine.verify.Problem;
import za.co.spikedata.engine.verify.Verifier;

/** Years are counted from one event throughout a statement, and from one that statements know. */
class EraTest {
    private static final String PAPER =
            """
            SAVINGS STATEMENT

            Date        Description              Withdrawal     Deposit     Balance
            01/03/%1$s  BALANCE BROUGHT FORWARD                            1,000.00
            02/03/%1$s  TRANSFER                     250.00                  750.00
            05/03/%2$s  SALARY                                  400.00     1,150.00
            09/03/%1$s  ATM                          100.00                1,050.00
            12/03/%1$s  MARKET                        50.50                  999.50
            """;

    @ParameterizedTest
    @CsvSource({"2026, 2026", "2569, 2026", "26, 2026"})
    void provesAndVerifiesYearsOfOneEra(String printed, int year) {
        ReadResult.Read read = read(printed, printed);

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions())
                .extracting(Transaction::date)
                .startsWith(LocalDate.of(year, 3, 2), LocalDate.of(year, 3, 5));
        assertThat(Verifier.verify(read)).isEmpty();
    }

    @Test
    void readsTheMonthsOfThePersianYear() {
        ReadResult.Read read = read("1404", "1404");

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions())
                .extracting(Transaction::date)
                .startsWith(LocalDate.of(2025, 5, 23), LocalDate.of(2025, 5, 26));
        assertThat(Verifier.verify(read)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2526",
        "2569, 2026",
        "2569, 2069",
        "2026, 2016",
        "2026, 2036",
        "2569, 2559",
        "1447, 1447",
        "1404, 2026",
        "69, 69"
    })
    void provesNoYearOfAnotherEraOrOfNone(String printed, String another) {
        assertThat(verdict(printed, another)).isNotEqualTo(Optional.of(Verdict.PROVEN));
    }

    @ParameterizedTest
    @CsvSource({
        "2569, \"2026-, \"2569-",
        "2569, \"2026-03-05, \"2569-03-05",
        "2026, \"2026-03-05, \"1483-03-05",
        "2026, \"2026-03-12, \"1483-03-12"
    })
    void verifiesNoRowDatedInAnotherEra(String printed, String day, String other) {
        String told = new String(ResultJson.write(read(printed, printed)), UTF_8);

        String changed = told.replace(day, other);

        assertThat(changed).isNotEqualTo(told);
        assertThat(Verifier.verify(ResultJson.read(changed.getBytes(UTF_8))))
                .extracting(Problem::kind)
                .contains(Problem.Kind.DATE);
    }

    private static Optional<Verdict> verdict(String printed, String another) {
        return result(printed, another) instanceof ReadResult.Read read
                ? Optional.of(read.verdict())
                : Optional.empty();
    }

    private static ReadResult.Read read(String printed, String another) {
        return (ReadResult.Read) result(printed, another);
    }

    private static ReadResult result(String printed, String another) {
        return new StatementEngine(EngineLimits.DEFAULT)
                .read(
                        TypedPaper.of(PAPER.formatted(printed, another)),
                        Optional.empty(),
                        Progress.NONE);
    }
}
