package za.co.spikedata.mail;

import java.util.Optional;
import za.co.spikedata.tenancy.TenantId;

/** Knows in which language to write to people. */
@FunctionalInterface
public interface Readers {
    /** That of whoever has this address, as far as it is known. */
    Optional<String> language(TenantId tenant, String email);
}
