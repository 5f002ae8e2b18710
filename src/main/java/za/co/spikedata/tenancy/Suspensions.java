package za.co.spikedata.tenancy;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tenants whose portal is closed for a while: nobody signs in and nothing is served, but nothing is
 * lost either.
 */
@Component
public class Suspensions {
    private final SuspensionTable table;
    private final Clock clock;

    Suspensions(SuspensionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public boolean isSuspended(TenantId tenant) {
        return reason(tenant).isPresent();
    }

    /** Why, while it lasts; for operators only. */
    public Optional<String> reason(TenantId tenant) {
        return table.reason(tenant);
    }

    /** Whether this began it. */
    public boolean begin(TenantId tenant, String reason) {
        return table.insert(tenant, reason, clock.instant());
    }

    /** Whether this ended it. */
    public boolean end(TenantId tenant) {
        return table.delete(tenant);
    }
}
