/** Reads statements without a server: the same engine, the same proof. */
@NullMarked
package za.co.spikedata.commandline;

import org.jspecify.annotations.NullMarked;
