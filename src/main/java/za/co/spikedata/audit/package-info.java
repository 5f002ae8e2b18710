/** Who did what to what; append-only, hash-chained. */
@ApplicationModule(allowedDependencies = {"posture", "shape", "tenancy"})
@NullMarked
package za.co.spikedata.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
