/**
 * Reads a PDF into statements and proofs; runs without Spring, files, clocks, threads or logging.
 */
@ApplicationModule(allowedDependencies = "shape")
@NullMarked
package za.co.spikedata.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
