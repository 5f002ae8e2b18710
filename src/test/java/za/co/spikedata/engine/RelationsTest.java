package za.co.spikedata.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import za.co.spikedata.bench.RelationReport;
import za.co.spikedata.bench.paper.Relation;

/** Papers that look different and say the same; the report of {@code src/bench} reads many more. */
class RelationsTest {
    private static final int PAPERS = 5;

    @ParameterizedTest
    @EnumSource
    void leaveTheRowsAsTheyWere(Relation relation) {
        for (long seed = 1; seed <= PAPERS; seed++) {
            assertThat(RelationReport.holds(relation, seed)).as("paper " + seed).isTrue();
        }
    }
}
