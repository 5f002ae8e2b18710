/** What a reading says: statements, transactions, proofs, reasons; depends on nothing. */
@NamedInterface("model")
@NullMarked
package za.co.spikedata.engine.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
