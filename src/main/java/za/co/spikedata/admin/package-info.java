/** Pages for platform operators and tenant administrators. */
@ApplicationModule(allowedDependencies = {"audit", "guard", "identity", "tenancy"})
@NullMarked
package za.co.spikedata.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
