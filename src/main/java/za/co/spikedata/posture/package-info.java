/** What each module says of how it keeps people's data, read from what it really does. */
@ApplicationModule(allowedDependencies = {"tenancy"})
@NullMarked
package za.co.spikedata.posture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
