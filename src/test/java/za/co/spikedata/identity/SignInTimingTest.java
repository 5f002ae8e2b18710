package za.co.spikedata.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import za.co.spikedata.identity.AnswerTimes.Compared;
import za.co.spikedata.support.PortalTest;

/**
 * Nobody learns from the time of an answer whether an account exists. Passwords are cheap in tests,
 * so that a few samples show a statement of SQL more or less; the bench of sign-in looks at them as
 * they are in earnest.
 */
@PortalTest
class SignInTimingTest {
    private static final int SAMPLES = 40;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext portal;

    @Test
    @DisplayName("ATH-02 unknown, wrong, locked, disabled, invited and another tenant's: one time")
    void signsInAtOneSpeed() {
        assertAlike(() -> times().ofSignIn());
    }

    @Test
    @DisplayName("ATH-03 asking for a new password takes the same time for everybody")
    void resetsAtOneSpeed() {
        assertAlike(() -> times().ofReset());
    }

    @Test
    void seesADifference() {
        var quick = Stream.iterate(100L, each -> each + 1).limit(20).toList();
        var slow = Stream.iterate(115L, each -> each + 1).limit(20).toList();

        assertThat(AnswerTimes.chance(quick, slow)).isLessThan(AnswerTimes.CHANCE);
        assertThat(AnswerTimes.chance(quick, quick)).isGreaterThan(AnswerTimes.CHANCE);
    }

    private AnswerTimes times() {
        return new AnswerTimes(portal, port, SAMPLES);
    }

    /** What chance makes unlike once is looked at again. */
    private static void assertAlike(Supplier<List<Compared>> measured) {
        var first = unlike(measured.get());
        if (!first.isEmpty()) {
            var again = unlike(measured.get());
            assertThat(again.stream().map(Compared::kind))
                    .as(first + ", then " + again)
                    .doesNotContainAnyElementsOf(first.stream().map(Compared::kind).toList());
        }
    }

    private static List<Compared> unlike(List<Compared> all) {
        return all.stream().filter(Compared::isUnlike).toList();
    }
}
