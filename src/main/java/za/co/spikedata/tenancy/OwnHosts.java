package za.co.spikedata.tenancy;

import java.util.Set;

/** Tells which hosts a tenant brought itself, whatever its folder says. */
@FunctionalInterface
public interface OwnHosts {
    /** In lower case. */
    Set<String> of(TenantId tenant);
}
