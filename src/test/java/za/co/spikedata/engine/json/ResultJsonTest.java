package za.co.spikedata.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import za.co.spikedata.engine.model.Authenticity;
import za.co.spikedata.engine.model.Box;
import za.co.spikedata.engine.model.Cell;
import za.co.spikedata.engine.model.Check;
import za.co.spikedata.engine.model.Figure;
import za.co.spikedata.engine.model.Marker;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Period;
import za.co.spikedata.engine.model.Place;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.StatementType;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

class ResultJsonTest {
    private static final Place PLACE = new Place(1, new Box(10, 20.5, 30, 8));

    @Test
    void readsBackWhatItWrote() {
        var result = result();

        assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result);
    }

    @Test
    void readsBackAReason() {
        var result = new ReadResult.Unreadable(Reason.SCANNED, Trace.EMPTY);

        assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result);
    }

    @Test
    void writesAmountsAsDecimalsAndLeavesOutWhatIsNotThere() {
        var json = new String(ResultJson.write(result()), StandardCharsets.UTF_8);

        assertThat(json)
                .contains(
                        "\"verdict\":\"CONTRADICTED\"",
                        "\"amount\":-1234.50",
                        "\"date\":\"2026-01-31\"",
                        "\"box\":[10.0,20.5,30.0,8.0]",
                        "\"outcome\":\"broken\"")
                .doesNotContain("null", "valueDate", "cents");
    }

    @Test
    void writesAThirdDigitOnlyWhereItIsNotZero() {
        var result = result(Money.ofThousandths(-1_234_505));
        var json = new String(ResultJson.write(result), StandardCharsets.UTF_8);

        assertThat(json).contains("\"amount\":-1234.505", "\"fee\":-1.00");
        assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "column", "date", "amount", "money", "cells", "proof"})
    void readsNothingThatLacksWhatItMustHave(String name) {
        var written = new String(ResultJson.write(result()), StandardCharsets.UTF_8);
        var lacking = written.replace("\"" + name + "\":", "\"other\":");
        var json = lacking.getBytes(StandardCharsets.UTF_8);

        assertThat(lacking).isNotEqualTo(written);
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> ResultJson.read(json));
    }

    private static ReadResult result() {
        return result(new Money(-1234_50));
    }

    private static ReadResult result(Money amount) {
        var transaction =
                new Transaction(
                        1,
                        LocalDate.of(2026, 1, 31),
                        Optional.empty(),
                        List.of("Pick", "Pay"),
                        amount,
                        Optional.of(new Money(-1_00)),
                        Optional.of(new Money(5_00)),
                        Optional.empty(),
                        List.of(new Cell(Cell.Column.AMOUNT, "1 234.50-", PLACE)));
        var marker =
                new Marker(
                        Marker.Kind.OPENING,
                        0,
                        Optional.empty(),
                        List.of("Opening"),
                        Optional.of(Money.ZERO),
                        List.of());
        var proof =
                new Proof(
                        Verdict.CONTRADICTED,
                        List.of(
                                new Check.Holds(Check.Rule.COVERAGE, 3),
                                new Check.Broken(
                                        Check.Rule.BALANCE_CHAIN,
                                        1,
                                        Optional.of(new Money(4_00)),
                                        Optional.of(new Money(5_00)),
                                        Optional.of(PLACE)),
                                new Check.NotPrinted(Check.Rule.PRINTED_TOTAL)));
        return new ReadResult.Read(
                1,
                List.of(
                        new Statement(
                                StatementType.RUNNING_BALANCE,
                                Optional.of("Bank"),
                                Optional.empty(),
                                Optional.of("62000001234"),
                                Optional.of("Savings"),
                                Optional.of("7"),
                                List.of("J SAMPLE"),
                                Optional.of(
                                        new Period(
                                                LocalDate.of(2026, 1, 1),
                                                LocalDate.of(2026, 1, 31))),
                                Optional.empty(),
                                Optional.of("ZAR"),
                                Optional.of(new Figure(new Money(1_00), PLACE)),
                                Optional.empty(),
                                false,
                                false,
                                1,
                                1,
                                List.of(transaction),
                                List.of(marker),
                                proof)),
                new Authenticity(
                        Authenticity.Kind.LIBRARY,
                        Optional.of("a library"),
                        2,
                        List.of(
                                new Authenticity.Signal(
                                        Authenticity.Sign.OVERLAID_TEXT, Optional.of(PLACE), 0.5))),
                new Trace(List.of(new Trace.Step("columns", "balance last", 0.5, "kept"))));
    }
}
