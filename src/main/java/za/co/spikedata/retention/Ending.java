package za.co.spikedata.retention;

import java.time.Instant;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/**
 * The end of a tenant, as the console that ordered it knows it.
 *
 * @param name of the tenant when it was ordered
 * @param reason why, for operators alone
 * @param by id of the operator
 * @param receipt the whole receipt as a compact JWS; empty until all is gone
 */
public record Ending(
        UUID id,
        TenantId console,
        TenantId tenant,
        String name,
        String reason,
        String by,
        Instant begun,
        String receipt) {
    public boolean isComplete() {
        return !receipt.isEmpty();
    }

    @Override
    public String toString() {
        return "Ending[" + id + " of " + tenant + "]";
    }
}
