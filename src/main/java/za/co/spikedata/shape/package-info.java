/** The form of a value without its content. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package za.co.spikedata.shape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
