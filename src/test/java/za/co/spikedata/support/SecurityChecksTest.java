package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecurityChecksTest {
    /** How many checks each group of the front door has. */
    private static final Map<String, Integer> GROUPS =
            Map.of(
                    "HDR", 13, "TLS", 7, "CKY", 4, "CSR", 7, "SES", 10, "ATH", 16, "OTP", 11, "NET",
                    14, "TEN", 16, "AUZ", 6);

    /** Fewer characters than this give no reason. */
    private static final int SHORTEST_REASON = 40;

    @Test
    void everyCheckOfTheFrontDoorHasATestOrAReason() throws IOException {
        var reasons = SecurityChecks.reasons();
        var known = new TreeSet<>(NamedTests.read().checks());
        known.addAll(reasons.keySet());

        assertThat(known)
                .containsAll(
                        GROUPS.entrySet().stream()
                                .flatMap(group ->
                                        IntStream.rangeClosed(1, group.getValue())
                                                .mapToObj(number ->
                                                        "%s-%02d"
                                                                .formatted(group.getKey(), number)))
                                .toList());
        assertThat(reasons)
                .allSatisfy((id, reason) -> {
                    assertThat(id).matches("[A-Z]{3}-\\d{2}");
                    assertThat(reason).as(id).hasSizeGreaterThan(SHORTEST_REASON);
                });
    }

    @Test
    void findsIdsInDisplayNamesAndMethods() {
        assertThat(SecurityChecks.ids(List.of("[1] /sign-in", "HDR-01 and HDR-07 hold"), "sweep"))
                .containsExactly("HDR-01", "HDR-07");
        assertThat(SecurityChecks.ids(List.of("ok()"), "tls02RefusesOlder"))
                .containsExactly("TLS-02");
    }

    @Test
    void takesNothingElseForAnId() {
        assertThat(SecurityChecks.ids(List.of("SHA-256", "UTF-8"), "readsAll")).isEmpty();
    }
}
