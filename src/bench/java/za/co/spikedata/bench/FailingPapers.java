package za.co.spikedata.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.bench.paper.Fault;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

/** Invented statements that fail: contradicted, unproven or not read at all. */
public final class FailingPapers {
    private static final int LAYOUTS = 20;

    /**
     * A statement that fails.
     *
     * @param layout from 0
     */
    public record Failing(int layout, long seed, Fault fault, byte[] pdf) {}

    private FailingPapers() {}

    /**
     * Statements of each layout in turn, faults in turn; a paper that its fault leaves sound is
     * none.
     *
     * @param first seed that is tried
     */
    public static List<Failing> some(int count, long first) {
        var failing = new ArrayList<Failing>();
        Fault[] faults = Fault.values();
        long seed = first;
        while (failing.size() < count) {
            int layout = failing.size() % LAYOUTS;
            Fault fault = faults[1 + (int) (seed % (faults.length - 1))];
            byte[] pdf = RandomPaper.draw(1_000 + layout, seed, fault);
            if (fails(pdf)) {
                failing.add(new Failing(layout, seed, fault, pdf));
            }
            seed++;
        }
        return failing;
    }

    private static boolean fails(byte[] pdf) {
        ReadResult read =
                new StatementEngine(EngineLimits.DEFAULT)
                        .read(pdf, Optional.empty(), Progress.NONE);
        return !(read instanceof ReadResult.Read proven && proven.verdict() == Verdict.PROVEN);
    }
}
