/** Invented statements that look like the banks', each with the truth it was printed from. */
@ApplicationModule(allowedDependencies = {"engine::model"})
@NullMarked
package za.co.spikedata.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
