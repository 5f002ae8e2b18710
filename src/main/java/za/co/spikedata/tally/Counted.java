package za.co.spikedata.tally;

import java.time.Instant;
import java.util.Map;
import za.co.spikedata.tenancy.TenantId;

/**
 * A tenant's numbers.
 *
 * @param at when they were counted
 */
public record Counted(TenantId tenant, Instant at, Map<Figure, Long> figures) {
    public Counted {
        figures = Map.copyOf(figures);
    }

    public long of(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }
}
