package za.co.spikedata.sandbox;

import java.util.Optional;
import za.co.spikedata.engine.replica.Replica;
import za.co.spikedata.engine.replica.Sketch;

/**
 * What a worker made of a paper that fails.
 *
 * @param fingerprint of its layout; empty when the file cannot be followed
 * @param replica or why there is none
 * @param sketch of the replica; of the original's form where there is none
 */
public record Copied(Optional<String> fingerprint, Replica replica, Optional<Sketch> sketch) {}
