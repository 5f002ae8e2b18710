package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
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
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final RefusedPasswords refused = new RefusedPasswords(PAUSE, AFTER_FAULT, clock);
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

        isTaken(login(Instant.EPOCH.plusSeconds(1)));
        isTaken(login(Instant.EPOCH.plusSeconds(1)));

        assertThat(tries).hasValue(3);
    }

    @Test
    void oneAloneTriesAfterThePause() {
        isRefused(ONE, WRONG);
        now.set(Instant.EPOCH.plus(PAUSE));

        refused.keepOut(
                ONE,
                WRONG,
                false,
                taken -> {
                    isRefused(ONE, WRONG);
                    tries.incrementAndGet();
                    taken.run();
                });
        isTaken(WRONG);

        assertThat(tries).as("one was kept out, and all go once it was taken").hasValue(3);
    }

    @Test
    void whatFailsOtherwiseProvesNoPasswordWrong() {
        fails(WRONG, false);
        fails(WRONG, false);

        assertThat(tries).hasValue(2);
    }

    @Test
    @DisplayName("a password that was taken is refused no more, whatever became of the mail")
    void forgetsOnceItIsTaken() {
        isRefused(ONE, WRONG);
        now.set(Instant.EPOCH.plus(PAUSE));

        fails(WRONG, true);
        isTaken(WRONG);

        assertThat(tries).hasValue(3);
    }

    @Test
    @DisplayName("a server that is away is tried again soon, and is what all others fail for")
    void triesSoonWhereTheServerDidNotSay() {
        isRefused(ONE, WRONG);
        now.set(Instant.EPOCH.plus(PAUSE));
        fails(WRONG, false);

        assertThatThrownBy(() -> refused.keepOut(ONE, WRONG, false, taken -> tries.addAndGet(9)))
                .satisfies(why -> assertThat(MailFault.of(why)).isEqualTo(MailFault.NO_SERVER));
        now.set(now.get().plus(AFTER_FAULT));
        isTaken(WRONG);

        assertThat(tries).hasValue(3);
    }

    @Test
    void triesAtOnceWhereSomebodyAsks() {
        isRefused(ONE, WRONG);

        refused.keepOut(ONE, WRONG, true, this::isTaken);

        assertThat(tries).hasValue(2);
    }

    private void isTaken(RefusedPasswords.Login login) {
        refused.keepOut(ONE, login, false, this::isTaken);
    }

    private void isTaken(Runnable taken) {
        tries.incrementAndGet();
        taken.run();
    }

    private void fails(RefusedPasswords.Login login, boolean isTaken) {
        assertThatThrownBy(() ->
                        refused.keepOut(
                                ONE,
                                login,
                                false,
                                taken -> {
                                    tries.incrementAndGet();
                                    if (isTaken) {
                                        taken.run();
                                    }
                                    throw new MailSendException("gone", new IOException("gone"));
                                }))
                .satisfies(why -> assertThat(MailFault.of(why)).isEqualTo(MailFault.NO_SERVER));
    }

    private void isRefused(TenantId tenant, RefusedPasswords.Login login) {
        assertThatThrownBy(() ->
                        refused.keepOut(
                                tenant,
                                login,
                                false,
                                _ -> {
                                    tries.incrementAndGet();
                                    throw new MailAuthenticationException("wrong");
                                }))
                .satisfies(why -> assertThat(MailFault.of(why)).isEqualTo(MailFault.SIGN_IN));
    }

    private static RefusedPasswords.Login login(Instant since) {
        return new RefusedPasswords.Login(SERVER, Optional.of(since));
    }
}
