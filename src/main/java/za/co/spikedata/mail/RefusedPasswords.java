package za.co.spikedata.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import za.co.spikedata.tenancy.Tenant.MailServer;
import za.co.spikedata.tenancy.TenantId;

/**
 * Passwords that tenants' own mail servers did not take. For a while nobody comes with the same one
 * again, since a server may lock out whoever does so many times; then one mail alone tries it for
 * all others of its tenant, which fail as it does. Another password is tried at once, and so is the
 * same one where somebody asks for it.
 */
final class RefusedPasswords {
    private final Map<TenantId, Refusal> refusals = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Duration afterFault;
    private final Clock clock;

    /**
     * @param pause how long a refused password is not tried
     * @param afterFault the same, where the server was asked again and did not say
     */
    RefusedPasswords(Duration pause, Duration afterFault, Clock clock) {
        this.pause = pause;
        this.afterFault = afterFault;
        this.clock = clock;
    }

    /**
     * Who signs in where.
     *
     * @param since when its password was set, which tells one password from the next
     */
    record Login(MailServer server, Optional<Instant> since) {}

    /**
     * @param last what the last try failed for
     */
    private record Refusal(Login login, Instant until, RuntimeException last) {}

    /**
     * @param isAsked somebody wants it tried, whatever was refused
     * @param sending runs what it is given as soon as the password is taken, whatever comes after;
     *     throws {@link MailAuthenticationException} when it is not
     * @throws MailSendException where it was not tried, with what the last try failed for
     */
    void keepOut(TenantId tenant, Login login, boolean isAsked, Consumer<Runnable> sending) {
        var before = refusals.get(tenant);
        var alone =
                before != null && before.login().equals(login)
                        ? Optional.of(claimed(tenant, before, isAsked))
                        : Optional.<Refusal>empty();
        try {
            sending.accept(() -> refusals.remove(tenant));
        } catch (MailAuthenticationException refused) {
            refusals.put(tenant, new Refusal(login, after(pause), refused));
            throw refused;
        } catch (RuntimeException failed) {
            alone.ifPresent(mine ->
                    refusals.replace(tenant, mine, new Refusal(login, after(afterFault), failed)));
            throw failed;
        }
    }

    /** Keeps out all others for as long as one tries alone. */
    private Refusal claimed(TenantId tenant, Refusal before, boolean isAsked) {
        var alone = new Refusal(before.login(), after(pause), before.last());
        boolean isDue = isAsked || !clock.instant().isBefore(before.until());
        if (!isDue || !refusals.replace(tenant, before, alone)) {
            throw new MailSendException(
                    "Expected the mail server to take what it lately did not", before.last());
        }
        return alone;
    }

    private Instant after(Duration time) {
        return clock.instant().plus(time);
    }
}
