/** Colours that everybody can read, made of the ones a brand has. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package za.co.spikedata.palette;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
