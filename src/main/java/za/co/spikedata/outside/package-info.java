/**
 * Reaches servers that tenants name: on the open internet alone, and no longer than they may take.
 */
@ApplicationModule(allowedDependencies = {"destinations", "guard"})
@NullMarked
package za.co.spikedata.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
