package za.co.spikedata.engine.model;

import java.util.List;

/** How the reading was found, step by step; free of the paper's content. */
public record Trace(List<Step> steps) {
    public static final Trace EMPTY = new Trace(List.of());

    public Trace {
        steps = List.copyOf(steps);
    }

    /**
     * One hypothesis and what became of it.
     *
     * @param stage such as {@code columns}, {@code dates}, {@code signs}
     * @param outcome kept, or why it was dropped
     */
    public record Step(String stage, String hypothesis, double score, String outcome) {}
}
