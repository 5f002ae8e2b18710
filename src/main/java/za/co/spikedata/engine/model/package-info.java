/** What a reading says: statements, transactions, proofs, reasons; depends on nothing. */
@NullMarked
package za.co.spikedata.engine.model;

import org.jspecify.annotations.NullMarked;
