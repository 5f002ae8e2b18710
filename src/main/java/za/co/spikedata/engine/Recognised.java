package za.co.spikedata.engine;

import java.util.ArrayList;
import java.util.List;
import za.co.spikedata.engine.model.Proof;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Statement;
import za.co.spikedata.engine.model.Trace;
import za.co.spikedata.engine.model.Verdict;

/** What may be said of statements whose words were seen on pictures. */
final class Recognised {
    private static final Trace.Step SEEN =
            new Trace.Step("pages", "pictures, read letter by letter", 1, "kept");

    private Recognised() {}

    /**
     * Proven is proven. A contradiction is more likely a letter misread than the paper's fault, so
     * it leaves the rows unproven; pictures of no statement are still scans to their owner.
     */
    static ReadResult doubted(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable(_, var trace) ->
                    new ReadResult.Unreadable(Reason.SCANNED, with(trace));
            case ReadResult.Read(var pages, var statements, var authenticity, var trace) ->
                    new ReadResult.Read(
                            pages,
                            statements.stream().map(Recognised::doubted).toList(),
                            authenticity,
                            with(trace));
        };
    }

    /** Words that nobody sees prove nothing: the picture may say something else. */
    static ReadResult unheld(ReadResult result) {
        return switch (result) {
            case ReadResult.Unreadable unreadable -> unreadable;
            case ReadResult.Read(var pages, var statements, var authenticity, var trace) ->
                    new ReadResult.Read(
                            pages,
                            statements.stream().map(Recognised::unheld).toList(),
                            authenticity,
                            trace);
        };
    }

    private static Statement unheld(Statement statement) {
        Proof proof = statement.proof();
        return proof.isProven()
                ? statement.with(new Proof(Verdict.UNPROVEN, proof.checks(), proof.repairs()))
                : statement;
    }

    private static Statement doubted(Statement statement) {
        return statement.proof().verdict() == Verdict.CONTRADICTED
                ? statement.with(
                        new Proof(
                                Verdict.UNPROVEN,
                                statement.proof().checks(),
                                statement.proof().repairs()))
                : statement;
    }

    private static Trace with(Trace trace) {
        List<Trace.Step> steps = new ArrayList<>();
        steps.add(SEEN);
        steps.addAll(trace.steps());
        return new Trace(steps);
    }
}
