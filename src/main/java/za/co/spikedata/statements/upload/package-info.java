/** Files out of a streaming request: multipart, zips, names and limits; keeps nothing. */
@NullMarked
@NamedInterface("upload")
package za.co.spikedata.statements.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
