/** Statements as files for other programs; pure. */
@NullMarked
@NamedInterface("files")
package za.co.spikedata.statements.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
