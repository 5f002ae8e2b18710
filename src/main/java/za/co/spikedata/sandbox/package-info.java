/**
 * Reads PDFs in worker processes with limits, so that a hostile file harms nothing but its worker.
 */
@NullMarked
package za.co.spikedata.sandbox;

import org.jspecify.annotations.NullMarked;
