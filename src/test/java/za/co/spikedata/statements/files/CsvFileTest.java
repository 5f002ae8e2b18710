package za.co.spikedata.statements.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.support.BareStatement;

class CsvFileTest {
    @ParameterizedTest(name = "UPL-14 disarms {0}")
    @ValueSource(
            strings = {
                "=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "\n=1", "\0=1", "\uff1d1", "\uff0b1",
                "\uff0d1", "\uff201"
            })
    void disarmsFormulas(String description) {
        var statements = List.of(statement(description));

        assertThat(CsvFile.debit2(statements)).contains(",\"'" + description + "\",");
        assertThat(CsvFile.debit1(statements, false)).contains(",\"'" + description + "\",");
    }

    @Test
    void quotesEveryCell() {
        assertThat(CsvFile.debit2(List.of(statement("a \"b\", c"))))
                .contains(",\"a \"\"b\"\", c\",");
    }

    private static Statement statement(String description) {
        var row =
                new Transaction(
                        1,
                        LocalDate.of(2026, 3, 7),
                        Optional.empty(),
                        List.of(description),
                        new Money(-410_000),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        return BareStatement.of(false, Verdict.UNPROVEN, List.of(row), List.of());
    }
}
