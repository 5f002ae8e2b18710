/** Layout, security chain, error pages and static files. */
@ApplicationModule(allowedDependencies = {"audit", "identity", "posture", "tenancy"})
@NullMarked
package za.co.spikedata.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
