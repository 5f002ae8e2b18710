/** A statement's checks and the verdict they add up to. */
@NullMarked
package za.co.spikedata.engine.proof;

import org.jspecify.annotations.NullMarked;
