package za.co.spikedata.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Money;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Transaction;
import za.co.spikedata.engine.model.Verdict;

/** One statement as many programs would write it: each reads to the same rows, proven. */
class ProducerPapersTest {
    static Stream<Arguments> manners() {
        return Stream.of(
                        TextManners.all(),
                        OrderManners.all(),
                        FontManners.all(),
                        PageManners.all(),
                        FileManners.all(),
                        LayerManners.all(),
                        EmbeddedManners.all())
                .map(Map::entrySet)
                .flatMap(each -> each.stream())
                .map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manners")
    void readToTheSameRows(String manner, byte[] pdf) {
        ReadResult result =
                new StatementEngine(EngineLimits.DEFAULT)
                        .read(pdf, Optional.empty(), Progress.NONE);

        assertThat(result)
                .as(manner)
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        read -> {
                            assertThat(read.statements())
                                    .singleElement()
                                    .satisfies(each ->
                                            assertThat(told(each.transactions()))
                                                    .isEqualTo(Placed.ROWS));
                            assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
                        });
    }

    private static List<String> told(List<Transaction> rows) {
        return rows.stream()
                .map(row ->
                        "%s %s %s %s"
                                .formatted(
                                        row.date(),
                                        row.amount().decimal(),
                                        row.balance().map(Money::decimal).orElseThrow(),
                                        String.join(" ", row.description())))
                .toList();
    }
}
