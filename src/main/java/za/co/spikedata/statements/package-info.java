/** Statements people bring: upload, reading, results, downloads, deletion. */
@NullMarked
package za.co.spikedata.statements;

import org.jspecify.annotations.NullMarked;
