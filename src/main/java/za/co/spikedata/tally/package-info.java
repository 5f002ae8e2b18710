/** Numbers of each tenant, counted in the background, so that operators see all of them at once. */
@ApplicationModule(allowedDependencies = "tenancy")
@NullMarked
package za.co.spikedata.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
