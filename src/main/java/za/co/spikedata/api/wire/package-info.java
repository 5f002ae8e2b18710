/** The frozen wire contract: one full result, and one form of it for each address. */
@NullMarked
package za.co.spikedata.api.wire;

import org.jspecify.annotations.NullMarked;
