package za.co.spikedata.retention;

import java.util.UUID;
import za.co.spikedata.tenancy.TenantId;

/** Whoever has people's accounts. */
public interface Accounts {
    /**
     * Ends an account that ended before, with all that is its, should a backup have brought it
     * back. Nobody is told, since they were told then.
     *
     * @return false when it stays for now
     */
    boolean endAgain(TenantId tenant, UUID owner);
}
