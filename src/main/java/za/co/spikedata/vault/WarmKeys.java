package za.co.spikedata.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.BeforeTransactions;
import za.co.spikedata.tenancy.TenantId;

/** Has a tenant's keys unwrapped before a transaction begins: no connection waits for them. */
@Component
class WarmKeys implements BeforeTransactions {
    /** Looked for again this often, before a node must notice the next generation. */
    static final Duration LASTS = KeyRing.NOTICED_WITHIN.dividedBy(2);

    private final KeyRing keys;
    private final Clock clock;
    private final Map<TenantId, Instant> looked = new ConcurrentHashMap<>();

    WarmKeys(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void prepare(TenantId tenant) {
        var now = clock.instant();
        var before = looked.get(tenant);
        if (before != null && before.plus(LASTS).isAfter(now)) {
            return;
        }
        looked.values().removeIf(each -> !each.plus(LASTS).isAfter(now));
        looked.put(tenant, now);
        try {
            keys.warm(tenant);
        } catch (KeyRefused | KeysUnavailable _) {
            // Told where a key is needed: what needs none goes on without.
        }
    }
}
