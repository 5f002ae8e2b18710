/** Reads the CSV downloads of banks: columns by their headings, and nothing by a bank's name. */
@NamedInterface("csv")
@NullMarked
package za.co.spikedata.engine.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
