/** Who did what to what; append-only, hash-chained. */
@NullMarked
package za.co.spikedata.audit;

import org.jspecify.annotations.NullMarked;
