package za.co.spikedata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecurityChecksTest {
    /** How many checks each group has: those of the front door, and those of what is kept. */
    private static final Map<String, Integer> GROUPS =
            Map.ofEntries(
                    Map.entry("HDR", 13),
                    Map.entry("TLS", 7),
                    Map.entry("CKY", 4),
                    Map.entry("CSR", 7),
                    Map.entry("SES", 10),
                    Map.entry("ATH", 16),
                    Map.entry("OTP", 11),
                    Map.entry("NET", 14),
                    Map.entry("TEN", 16),
                    Map.entry("AUZ", 6),
                    Map.entry("LOG", 9),
                    Map.entry("ERR", 3),
                    Map.entry("JWT", 13),
                    Map.entry("API", 5),
                    Map.entry("ENC", 7),
                    Map.entry("DEL", 6));

    /** Fewer characters than this give no reason. */
    private static final int SHORTEST_REASON = 40;

    @Test
    void everyCheckHasATestOrAReason() throws IOException {
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
