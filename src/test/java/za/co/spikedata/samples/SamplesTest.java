package za.co.spikedata.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Verdict;

class SamplesTest {
    private static final Wish USUAL = Wish.usual(7);
    private static final StatementEngine ENGINE = new StatementEngine(EngineLimits.DEFAULT);

    @ParameterizedTest
    @EnumSource
    void areTheSameForTheSameWish(Layout layout) {
        var sample = Samples.statement(layout, USUAL);

        assertThat(sample.pdf()).isEqualTo(Samples.statement(layout, USUAL).pdf());
        assertThat(sample.pdf()).isNotEqualTo(Samples.statement(layout, Wish.usual(8)).pdf());
    }

    @ParameterizedTest
    @EnumSource
    void tellATruthThatAddsUp(Layout layout) {
        var truth = told(Samples.statement(layout, new Wish(3, 6, 400)));

        var balance = truth.opening();
        for (var row : truth.rows()) {
            balance = balance.plus(row.amount());
            assertThat(row.balance()).isEqualTo(balance);
            assertThat(truth.period().contains(row.date())).isTrue();
        }
        assertThat(truth.rows()).hasSize(400);
        assertThat(truth.closing()).isEqualTo(balance);
    }

    @ParameterizedTest
    @EnumSource
    void areProvenWithExactlyTheirTruth(Layout layout) {
        for (long seed = 1; seed <= 5; seed++) {
            isProven(Samples.statement(layout, Wish.usual(seed)), Optional.empty());
        }
        isProven(Samples.statement(layout, new Wish(11, 12, 500)), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void areContradictedWhereABalanceIsMisprinted(Layout layout) {
        var sample = Samples.contradicted(layout, USUAL, Samples.Misprint.BALANCE, 50);

        assertThat(only(sample, Optional.empty()).proof().verdict())
                .isEqualTo(Verdict.CONTRADICTED);
    }

    @ParameterizedTest
    @EnumSource
    void areContradictedWhereAnAmountIsMisprinted(Layout layout) {
        var sample = Samples.contradicted(layout, USUAL, Samples.Misprint.AMOUNT, 50);

        assertThat(only(sample, Optional.empty()).proof().verdict())
                .isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void openWithTheirPasswordAlone() {
        var sample = Samples.locked(Layout.NEDBANK, USUAL, "sample-password");

        isProven(sample, Optional.of("sample-password"));
        assertThat(reason(sample, Optional.empty())).isEqualTo(Reason.PASSWORD_REQUIRED);
        assertThat(reason(sample, Optional.of("other"))).isEqualTo(Reason.PASSWORD_INCORRECT);
        assertThat(reason(sample, Optional.of("\0"))).isEqualTo(Reason.PASSWORD_INCORRECT);
    }

    @Test
    void openWithWhateverPasswordComesWhenTheyNeedNone() {
        isProven(Samples.statement(Layout.NEDBANK, USUAL), Optional.of("other"));
        isProven(Samples.locked(Layout.NEDBANK, USUAL, ""), Optional.of("other"));
        isProven(Samples.locked(Layout.NEDBANK, USUAL, ""), Optional.of("\0"));
    }

    @Test
    void areRefusedForTheReasonTheyTell() {
        for (var sample : new Sample[] {Samples.scanned(Layout.FNB, USUAL), Samples.invoice()}) {
            assertThat(new Truth.Refused(reason(sample, Optional.empty())))
                    .isEqualTo(sample.truth());
        }
    }

    private static void isProven(Sample sample, Optional<String> password) {
        var truth = told(sample);
        var statement = only(sample, password);

        assertThat(statement.transactions())
                .as(sample.name())
                .extracting(row ->
                        new Truth.Row(
                                row.id(),
                                row.date(),
                                row.description(),
                                row.amount(),
                                row.balance().orElse(Money.ZERO)))
                .isEqualTo(truth.rows());
        assertThat(statement.proof().verdict()).as(sample.name()).isEqualTo(Verdict.PROVEN);
        assertThat(statement.account()).as(sample.name()).contains(truth.account());
        assertThat(statement.period()).as(sample.name()).contains(truth.period());
    }

    private static Truth.Told told(Sample sample) {
        return (Truth.Told) sample.truth();
    }

    private static Statement only(Sample sample, Optional<String> password) {
        var read = (ReadResult.Read) ENGINE.read(sample.pdf(), password, Progress.NONE);
        assertThat(read.statements()).as(sample.name()).hasSize(1);
        return read.statements().getFirst();
    }

    private static Reason reason(Sample sample, Optional<String> password) {
        return ((ReadResult.Unreadable) ENGINE.read(sample.pdf(), password, Progress.NONE))
                .reason();
    }
}
