/** Hypotheses about a table: which column is what, which sign and date rule; arithmetic decides. */
@NullMarked
package za.co.spikedata.engine.reading;

import org.jspecify.annotations.NullMarked;
