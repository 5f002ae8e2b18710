package za.co.spikedata.tenancy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant's document as it once was or is meant to become. Never changed: an edit is the next
 * version, a way back applies an older one.
 *
 * @param number counted by tenant, from 1
 * @param files text by path within the tenant's folder, such as {@code tenant.yml}, in order
 * @param madeBy id of the person, {@link #FOLDER} or {@link #PLATFORM}
 */
public record TenantVersion(int number, Map<String, String> files, String madeBy, Instant madeAt) {
    /** Brought by the folder {@code tenants/} when the portal started. */
    public static final String FOLDER = "folder";

    /** Made by a release of the platform. */
    public static final String PLATFORM = "platform";

    public TenantVersion {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
