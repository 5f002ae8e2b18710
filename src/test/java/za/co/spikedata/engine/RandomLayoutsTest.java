package za.co.spikedata.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.co.spikedata.bench.LayoutReport;
import za.co.spikedata.bench.LayoutReport.Outcome;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;

/** Layouts nobody has drawn before; the report of {@code src/bench} reads many more of them. */
class RandomLayoutsTest {
    /** Foreign amounts beside value dates looked like a second table. */
    private static final long ONCE_READ_WRONGLY = 71_006;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 80), LongStream.of(ONCE_READ_WRONGLY));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadExactlyAndProven(long seed) {
        RandomPaper.Drawn drawn = RandomPaper.draw(seed);
        var engine = new StatementEngine(EngineLimits.DEFAULT);
        var result = engine.read(drawn.pdf(), Optional.empty(), Progress.NONE);

        assertThat(LayoutReport.judge(result, drawn.truth()))
                .as(drawn.about())
                .isEqualTo(Outcome.EXACT);
    }
}
