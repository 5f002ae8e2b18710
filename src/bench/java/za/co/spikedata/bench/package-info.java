/** Measures of the engine: reports and benchmarks, each with a command in the README. */
@NullMarked
package za.co.spikedata.bench;

import org.jspecify.annotations.NullMarked;
