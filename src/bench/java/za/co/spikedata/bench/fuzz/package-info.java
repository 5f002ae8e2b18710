/** Coverage-guided fuzzing of everything that reads bytes from outside. */
@NullMarked
package za.co.spikedata.bench.fuzz;

import org.jspecify.annotations.NullMarked;
