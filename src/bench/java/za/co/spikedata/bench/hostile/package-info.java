/** Files made to break a reader, by family. */
@NullMarked
package za.co.spikedata.bench.hostile;

import org.jspecify.annotations.NullMarked;
