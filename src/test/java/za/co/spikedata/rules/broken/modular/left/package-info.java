/** May use no other module, and does. */
@ApplicationModule(allowedDependencies = {})
package za.co.spikedata.rules.broken.modular.left;

import org.springframework.modulith.ApplicationModule;
