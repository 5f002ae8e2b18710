package za.co.spikedata.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class JourneyTest {
    private static final UUID ISSUER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    @ParameterizedTest(name = "SES-07 a session that holds {0} leads to no page")
    @ValueSource(strings = {"false", "true", "-", "//elsewhere.example", "profile"})
    void goesOnFromOwnPagesOnly(String kept) {
        var request = new MockHttpServletRequest();
        var until = NOW.plus(Journey.LONGEST);
        request.getSession()
                .setAttribute(
                        "sign-in.journey",
                        String.join(
                                " ",
                                ISSUER.toString(),
                                "state",
                                "nonce",
                                "verifier",
                                until.toString(),
                                kept));
        request.setParameter("state", "state");

        var journey = Journey.end(request, ISSUER, NOW).orElseThrow();

        assertThat(journey.again()).isEmpty();
        assertThat(journey.isAgain()).isFalse();
    }

    @Test
    @DisplayName("SES-07 a session that holds a page of this host leads back to it")
    void goesOnFromWhereItBegan() {
        var request = new MockHttpServletRequest();
        var begun = Journey.begin(request, ISSUER, Optional.of("/second-factor/enrol"), NOW);
        request.setParameter("state", begun.state());

        var journey = Journey.end(request, ISSUER, NOW);

        assertThat(journey).contains(begun);
    }
}
