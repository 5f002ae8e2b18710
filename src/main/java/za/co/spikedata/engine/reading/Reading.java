package za.co.spikedata.engine.reading;

import java.util.List;
import za.co.spikedata.engine.table.Grid;

/** A table, the hypothesis kept for it, and the chains it gives. */
public record Reading(Grid grid, Rules rules, List<Segment> segments) {
    public Reading {
        segments = List.copyOf(segments);
    }

    public int holds() {
        return segments.stream().mapToInt(Segment::holds).sum();
    }
}
