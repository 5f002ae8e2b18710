package za.co.spikedata.engine.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import za.co.spikedata.bench.paper.Fault;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;

class LayoutFingerprintTest {
    private static final int LAYOUTS = 20;

    @Test
    void isOneForALayoutAndAnotherForEachOther() {
        Set<String> all = new HashSet<>();

        for (int layout = 0; layout < LAYOUTS; layout++) {
            Set<String> ofOne = new HashSet<>();
            for (int content = 1; content <= 4; content++) {
                ofOne.add(print(RandomPaper.draw(2_000 + layout, content, Fault.NONE)));
            }
            assertThat(ofOne).as("layout %d", layout).hasSize(1);
            all.addAll(ofOne);
        }

        assertThat(all).hasSize(LAYOUTS);
    }

    @Test
    void ofAReplicaIsItsOriginals() {
        byte[] original = RandomPaper.draw(1_004, 3, Fault.MISPRINT);

        Replica replica =
                new ReplicaMaker(new StatementEngine(EngineLimits.DEFAULT), EngineLimits.DEFAULT)
                        .make(original, Optional.empty(), new Random(1));

        assertThat(replica).isInstanceOf(Replica.Made.class);
        assertThat(print(((Replica.Made) replica).pdf())).isEqualTo(print(original));
    }

    private static String print(byte[] pdf) {
        return LayoutFingerprint.of(pdf, Optional.empty(), EngineLimits.DEFAULT).orElseThrow();
    }
}
