/** Pages for platform operators. */
@ApplicationModule(allowedDependencies = {"identity", "tenancy"})
@NullMarked
package za.co.spikedata.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
