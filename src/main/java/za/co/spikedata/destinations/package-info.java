/** Where servers that tenants name may be, as far as their addresses tell. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package za.co.spikedata.destinations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
