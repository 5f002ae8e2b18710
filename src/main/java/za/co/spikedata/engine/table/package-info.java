/** Lines become dates and figures in columns, and columns become rows. */
@NullMarked
package za.co.spikedata.engine.table;

import org.jspecify.annotations.NullMarked;
