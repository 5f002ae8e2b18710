/** Copies of papers that fail: the same form, the same fault, and nothing of what they say. */
@NamedInterface("replica")
@NullMarked
package za.co.spikedata.engine.replica;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
