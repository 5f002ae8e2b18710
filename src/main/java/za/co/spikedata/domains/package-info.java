/** Hosts of tenants' own: claimed, proven by DNS, served under a certificate of their own. */
@ApplicationModule(
        allowedDependencies = {"audit", "identity", "mail", "tally", "tenancy", "vault", "web"})
@NullMarked
package za.co.spikedata.domains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
