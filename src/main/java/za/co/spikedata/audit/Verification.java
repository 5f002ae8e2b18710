package za.co.spikedata.audit;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What came of looking through a whole trail.
 *
 * @param events how many lines there were
 * @param anchored the last line that is also kept outside the database
 * @param findings none when the trail is whole; the first hundred if there are more
 */
public record Verification(Instant at, long events, OptionalLong anchored, List<Finding> findings) {
    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isWhole() {
        return findings.isEmpty();
    }
}
