/** What the portal writes down of its own doings: forms, ids and counts, never content. */
@ApplicationModule(allowedDependencies = {"shape"})
@NullMarked
package za.co.spikedata.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
