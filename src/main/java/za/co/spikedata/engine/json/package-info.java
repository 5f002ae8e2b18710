/** One JSON form of a reading, for the command line, the sandbox's pipe and downloads. */
@NamedInterface("json")
@NullMarked
package za.co.spikedata.engine.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
