/** People: who they are and how they sign in. */
@ApplicationModule(allowedDependencies = {"audit", "guard", "posture", "tenancy"})
@NullMarked
package za.co.spikedata.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
