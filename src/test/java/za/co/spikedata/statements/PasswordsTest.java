package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Hand clock = new Hand();
    private final Passwords passwords = new Passwords(clock);
    private final UUID upload = UUID.randomUUID();

    @Test
    void offersTheLastThatWorkedFirst() {
        passwords.remember(upload, "one");
        passwords.remember(upload, "two");
        passwords.remember(upload, "one");

        assertThat(passwords.of(upload)).containsExactly("one", "two");
        assertThat(passwords.of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        passwords.remember(upload, "one");

        clock.now = clock.now.plus(Duration.ofMinutes(16));

        assertThat(passwords.of(upload)).isEmpty();
    }

    @Test
    void keepsOnlyAFew() {
        for (int i = 0; i < 9; i++) {
            passwords.remember(upload, "word " + i);
        }

        assertThat(passwords.of(upload)).hasSize(5).startsWith("word 8");
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
