package za.co.spikedata.domains;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A host that a tenant says is its own.
 *
 * @param token what DNS must say to prove it
 * @param by id of the person who claimed it
 * @param certificateUntil when the certificate it brought or was issued ends
 * @param isIssued the authority issued that, and will issue the next
 * @param misses how often in a row DNS did not prove it again
 * @param fault why the authority issued none when it was last asked
 */
record Claim(
        String host,
        String token,
        String by,
        Instant claimedAt,
        Optional<Instant> provenAt,
        Optional<Instant> certificateUntil,
        boolean isIssued,
        int misses,
        Optional<Authority.Fault> fault) {
    /** So many in a row are no accident of DNS. */
    static final int MISSES = 3;

    private static final String LABEL = "_portal-challenge.";
    private static final String PREFIX = "portal-verification=";

    /** Where DNS must say it; the host's own name may be an alias and then holds nothing else. */
    String recordName() {
        return LABEL + host;
    }

    String recordValue() {
        return PREFIX + token;
    }

    boolean isProvenBy(List<String> texts) {
        return texts.stream().map(String::strip).anyMatch(recordValue()::equals);
    }

    /** DNS proved it once and does so no longer. */
    boolean isDoubted() {
        return isProven() && misses >= MISSES;
    }

    boolean isProven() {
        return provenAt.isPresent();
    }
}
