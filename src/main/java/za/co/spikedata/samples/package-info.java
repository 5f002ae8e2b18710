/** Invented statements that look like the banks', each with the truth it was printed from. */
@NullMarked
package za.co.spikedata.samples;

import org.jspecify.annotations.NullMarked;
