package za.co.spikedata.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/** Knows since when somebody is here; what was before does not concern them. */
public interface Beginnings {
    /** Empty for whoever has no account. */
    Optional<Instant> of(TenantId tenant, UUID person);
}
