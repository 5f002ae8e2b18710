package za.co.spikedata.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.domains.CertificateReader.Fault;
import za.co.spikedata.domains.CertificateReader.Outcome;

class CertificateReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();

    private static Set<Fault> faults(TestAuthority.Issued issued, String host, Instant now) {
        return switch (CertificateReader.read(issued.chain(), issued.key(), host, now)) {
            case Outcome.Fit _ -> Set.of();
            case Outcome.Unfit(var faults) -> faults;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void takesAPairWithItsChain(String algorithm) {
        var issued = AUTHORITY.issue("own.example", algorithm, NOW);

        assertThat(CertificateReader.read(issued.chain(), issued.key(), "own.example", NOW))
                .isInstanceOfSatisfying(
                        Outcome.Fit.class,
                        fit -> {
                            assertThat(fit.certificate().chain()).hasSize(2);
                            assertThat(fit.certificate().until())
                                    .isEqualTo(NOW.plus(90, ChronoUnit.DAYS));
                        });
    }

    @Test
    void takesAWildcardForOneLabel() {
        var issued = AUTHORITY.issue("*.own.example", "EC", NOW);

        assertThat(faults(issued, "a.own.example", NOW)).isEmpty();
        assertThat(faults(issued, "a.b.own.example", NOW)).containsExactly(Fault.OTHER_HOST);
    }

    @Test
    void tellsWhenItIsNotValid() {
        var issued = AUTHORITY.issue("own.example", "EC", NOW);

        assertThat(faults(issued, "own.example", NOW.plus(91, ChronoUnit.DAYS)))
                .containsExactly(Fault.EXPIRED);
        assertThat(faults(issued, "own.example", NOW.minus(9, ChronoUnit.DAYS)))
                .containsExactly(Fault.NOT_YET_VALID);
    }

    @Test
    void tellsThatKeyAndCertificateAreNoPair() {
        var one = AUTHORITY.issue("own.example", "EC", NOW);
        var other = AUTHORITY.issue("own.example", "RSA", NOW);
        var mixed = new TestAuthority.Issued(one.chain(), other.key());

        assertThat(faults(mixed, "own.example", NOW)).containsExactly(Fault.NOT_A_PAIR);
    }

    @Test
    void tellsThatAChainDoesNotHold() {
        var issued = AUTHORITY.issue("own.example", "EC", NOW);
        var stranger = new TestAuthority().issue("other.example", "EC", NOW);
        var broken = new TestAuthority.Issued(issued.own() + stranger.own(), issued.key());

        assertThat(faults(broken, "own.example", NOW)).containsExactly(Fault.BROKEN_CHAIN);
    }

    @Test
    void tellsThatAChainIsMissing() {
        var issued = AUTHORITY.issue("own.example", "EC", NOW);
        var alone = new TestAuthority.Issued(issued.own(), issued.key());
        var root = issued.chain().substring(issued.own().length());

        assertThat(faults(alone, "own.example", NOW)).containsExactly(Fault.NO_CHAIN);
        assertThat(faults(new TestAuthority.Issued(root, issued.key()), "own.example", NOW))
                .as("who signs itself needs none")
                .doesNotContain(Fault.NO_CHAIN);
    }

    @Test
    void takesACertificateThatIsPastedTwiceOnce() {
        var issued = AUTHORITY.issue("own.example", "EC", NOW);
        var root = issued.chain().substring(issued.own().length());
        var pasted = issued.own() + root + root;

        assertThat(CertificateReader.read(pasted, issued.key(), "own.example", NOW))
                .isInstanceOfSatisfying(
                        Outcome.Fit.class, fit -> assertThat(fit.certificate().chain()).hasSize(2));
    }

    @Test
    void tellsThatAKeyIsWeak() {
        var issued = AUTHORITY.issue("own.example", "RSA 2048", NOW);

        assertThat(faults(issued, "own.example", NOW)).containsExactly(Fault.WEAK);
    }

    @Test
    void tellsAllMistakesAtOnce() {
        assertThat(CertificateReader.read("no", "-----BEGIN X-----", "own.example", NOW))
                .isEqualTo(new Outcome.Unfit(Set.of(Fault.NO_CERTIFICATE, Fault.NO_KEY)));
    }

    @Test
    void tellsThatAKeyIsLocked() {
        var issued = AUTHORITY.issue("own.example", "EC", NOW);
        var locked = new TestAuthority.Issued(issued.chain(), TestAuthority.locked(issued.key()));

        assertThat(faults(locked, "own.example", NOW)).containsExactly(Fault.LOCKED_KEY);
    }
}
