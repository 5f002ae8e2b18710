/**
 * An independent verifier: a result and its proof are accepted or refused. Knows the model and
 * nothing else of the engine, so that a fault of the reader cannot hide in it.
 */
@NamedInterface("verify")
@NullMarked
package za.co.spikedata.engine.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
