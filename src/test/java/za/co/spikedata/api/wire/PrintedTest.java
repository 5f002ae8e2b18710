package za.co.spikedata.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;
import za.co.spikedata.support.BareStatement;

class PrintedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Money BEFORE = Money.ofThousandths(500_000);
    private static final Money SPENT = Money.ofThousandths(20_000);

    @ParameterizedTest(name = "a balance brought forward has the sign of those below it: owed {0}")
    @ValueSource(booleans = {true, false})
    void signsWhatIsBroughtForwardAsWhatFollows(boolean owed) {
        var rows = Printed.rows(statement(owed));

        assertThat(rows.getFirst().amount()).isEmpty();
        assertThat(rows.getFirst().balance()).contains(owed ? BEFORE.negated() : BEFORE);
        assertThat(Balances.breaks(rows, false)).isEmpty();
    }

    private static Statement statement(boolean owed) {
        var brought =
                new Marker(
                        Marker.Kind.BROUGHT_FORWARD,
                        0,
                        Optional.of(DAY),
                        List.of("Balance brought forward"),
                        Optional.of(BEFORE),
                        List.of());
        var bought =
                new Transaction(
                        1,
                        DAY,
                        Optional.empty(),
                        List.of("Rooibos Cafe"),
                        SPENT,
                        Optional.empty(),
                        Optional.of(BEFORE.plus(SPENT)),
                        Optional.empty(),
                        List.of());
        return BareStatement.of(owed, Verdict.PROVEN, List.of(bought), List.of(brought));
    }
}
