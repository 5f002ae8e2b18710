/** Deletes what is past its date or no longer wanted, and proves it. */
@ApplicationModule(
        allowedDependencies = {"audit", "posture", "shape", "signing", "tenancy", "vault"})
@NullMarked
package za.co.spikedata.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
