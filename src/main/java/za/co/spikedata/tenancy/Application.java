package za.co.spikedata.tenancy;

import java.time.Instant;

/**
 * That a version of a tenant's document was served from then on.
 *
 * @param before number of the version that was served until then; 0: none, or none is known
 * @param by id of the person, or {@link TenantVersion#FOLDER}
 */
public record Application(long id, TenantId tenant, int before, int number, String by, Instant at) {
    public boolean isOfFolder() {
        return by.equals(TenantVersion.FOLDER);
    }
}
