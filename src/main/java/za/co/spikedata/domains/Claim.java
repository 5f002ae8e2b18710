package za.co.spikedata.domains;

import java.time.Instant;
import java.util.Optional;

/**
 * A host that a tenant says is its own.
 *
 * @param token what DNS must say to prove it
 * @param by id of the person who claimed it
 * @param certificateUntil when the certificate it brought or was issued ends
 * @param isIssued the authority issued that, and will issue the next
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
        Optional<Authority.Fault> fault) {
    private static final String LABEL = "_portal-challenge.";
    private static final String PREFIX = "portal-verification=";

    /** Where DNS must say it; the host's own name may be an alias and then holds nothing else. */
    String recordName() {
        return LABEL + host;
    }

    String recordValue() {
        return PREFIX + token;
    }

    boolean isProven() {
        return provenAt.isPresent();
    }
}
