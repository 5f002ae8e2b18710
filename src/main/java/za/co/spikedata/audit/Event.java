package za.co.spikedata.audit;

import java.time.Instant;

/**
 * One line of a trail.
 *
 * @param seq its place, from 1, without gaps
 * @param actor id of the person, or the name of the part of the system that acted
 * @param address where it was asked for; empty for the portal's own work
 * @param previousHash the hash of the line before
 */
public record Event(
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        String address,
        String requestId,
        String previousHash,
        String hash) {
    Event with(String hash) {
        return new Event(seq, at, actor, action, subject, address, requestId, previousHash, hash);
    }
}
