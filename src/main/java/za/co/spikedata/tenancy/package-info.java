/** Who is served: tenants, hosts, themes and texts. */
@ApplicationModule(allowedDependencies = {"destinations", "logo", "palette", "shape"})
@NullMarked
package za.co.spikedata.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
