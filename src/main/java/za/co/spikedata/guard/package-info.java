/** Rate limits, locks after failed sign-ins, bans. */
@ApplicationModule(allowedDependencies = {"audit", "posture", "tenancy"})
@NullMarked
package za.co.spikedata.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
