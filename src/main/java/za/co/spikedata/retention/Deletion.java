package za.co.spikedata.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A deletion that has begun: the keys are destroyed, the rest follows.
 *
 * @param id of the deletion and its receipt
 * @param item what it deletes; its keys are destroyed already
 */
record Deletion(UUID id, String kind, Item item, Rule rule, Instant begun) {}
