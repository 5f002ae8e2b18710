/** Invented statements in layouts nobody has drawn before, each with its truth. */
@NullMarked
package za.co.spikedata.bench.paper;

import org.jspecify.annotations.NullMarked;
