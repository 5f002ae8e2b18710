package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import za.co.spikedata.tenancy.Tenant.MailServer;
import za.co.spikedata.tenancy.TenantId;

class RefusedPasswordsTest {
    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");
    private static final MailServer SERVER = new MailServer("smtp.example", 587, "portal");
    private static final RefusedPasswords.Login WRONG = login(Instant.EPOCH);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final RefusedPasswords refused = new RefusedPasswords(PAUSE, clock);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void holdsUpAllOfATenantWithTheSamePassword() {
        isRefused(ONE, WRONG);
        isRefused(ONE, WRONG);
        isRefused(ONE, WRONG);
        assertThat(tries).hasValue(1);

        isRefused(OTHER, WRONG);
        assertThat(tries).as("another tenant's").hasValue(2);
    }

    @Test
    void triesAnotherPasswordAtOnce() {
        isRefused(ONE, WRONG);

        refused.keepOut(ONE, login(Instant.EPOCH.plusSeconds(1)), tries::incrementAndGet);
        refused.keepOut(ONE, login(Instant.EPOCH.plusSeconds(1)), tries::incrementAndGet);

        assertThat(tries).hasValue(3);
    }

    @Test
    void oneAloneTriesAfterThePause() {
        isRefused(ONE, WRONG);
        now.set(Instant.EPOCH.plus(PAUSE));

        refused.keepOut(
                ONE,
                WRONG,
                () -> {
                    isRefused(ONE, WRONG);
                    tries.incrementAndGet();
                });
        refused.keepOut(ONE, WRONG, tries::incrementAndGet);

        assertThat(tries).as("one was kept out, and all go once it was taken").hasValue(3);
    }

    @Test
    void whatFailsOtherwiseProvesNoPasswordWrong() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() ->
                            refused.keepOut(
                                    ONE,
                                    WRONG,
                                    () -> {
                                        tries.incrementAndGet();
                                        throw new MailSendException("full");
                                    }))
                    .isInstanceOf(MailSendException.class);
        }
        assertThat(tries).hasValue(2);
    }

    private void isRefused(TenantId tenant, RefusedPasswords.Login login) {
        assertThatThrownBy(() ->
                        refused.keepOut(
                                tenant,
                                login,
                                () -> {
                                    tries.incrementAndGet();
                                    throw new MailAuthenticationException("wrong");
                                }))
                .isInstanceOf(MailAuthenticationException.class);
    }

    private static RefusedPasswords.Login login(Instant since) {
        return new RefusedPasswords.Login(SERVER, Optional.of(since));
    }
}
