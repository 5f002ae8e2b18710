/** Documents in the object store, each under its own key; destroying the key is deletion. */
@ApplicationModule(allowedDependencies = {"audit", "posture", "shape", "tenancy"})
@NullMarked
package za.co.spikedata.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
