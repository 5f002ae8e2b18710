/** The declared banks: reads {@code formats/*.yml} and tells every mistake in them at once. */
@ApplicationModule(allowedDependencies = {"engine::csv", "engine::format", "engine::model"})
@NullMarked
package za.co.spikedata.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
