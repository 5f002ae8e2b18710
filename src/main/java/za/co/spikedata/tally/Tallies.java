package za.co.spikedata.tally;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Counts tenants one by one, each in its own transaction, and remembers the numbers. */
@Component
public class Tallies {
    private static final Logger LOG = LoggerFactory.getLogger(Tallies.class);

    /** What was not counted again for so long is of a tenant that is there no more. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final List<Tally> tallies;
    private final Counts counts;
    private final Tenants tenants;
    private final Clock clock;

    Tallies(List<Tally> tallies, Counts counts, Tenants tenants, Clock clock) {
        this.tallies = tallies;
        this.counts = counts;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Counts a tenant now, and remembers it. */
    public Counted count(TenantId tenant) {
        var now = clock.instant();
        var figures = new EnumMap<Figure, Long>(Figure.class);
        for (var tally : tallies) {
            tally.of(tenant, now)
                    .forEach((figure, number) ->
                            figures.merge(
                                    figure,
                                    number,
                                    figure == Figure.LAST_ACTIVITY ? Math::max : Math::addExact));
        }
        var counted = new Counted(tenant, now, figures);
        counts.put(counted);
        return counted;
    }

    /** As last counted; none is counted for this. */
    public List<Counted> list(String part, Order order, int from, int most) {
        return counts.list(part, order, from, most);
    }

    public int size(String part) {
        return counts.count(part);
    }

    /** When that tenant was counted whose numbers are the oldest. */
    public Optional<Instant> oldest() {
        return counts.oldest();
    }

    /** What fails in one tenant must not keep the others. */
    void countAll() {
        for (var brand : tenants.all()) {
            var tenant = brand.tenant();
            if (tenant.isPortal()) {
                try {
                    count(tenant.id());
                } catch (RuntimeException failed) {
                    LOG.error("Expected to count {}", tenant.id(), failed);
                }
            }
        }
        counts.forgetBefore(clock.instant().minus(FORGOTTEN));
    }
}
