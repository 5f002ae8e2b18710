/**
 * How a bank prints, as data: labels for what the arithmetic has read, never a part of reading it.
 */
@NamedInterface("format")
@NullMarked
package za.co.spikedata.engine.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
