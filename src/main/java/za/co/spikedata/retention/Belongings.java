package za.co.spikedata.retention;

import za.co.spikedata.tenancy.TenantId;

/** What a module has of a tenant in rows that do not name it, such as its people's sessions. */
public interface Belongings {
    /** Takes all of it away; safe to do again. The tenant's keys may be gone already. */
    void remove(TenantId tenant);
}
