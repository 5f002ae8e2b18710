package za.co.spikedata.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.mail.MailAuthenticationException;
import za.co.spikedata.tenancy.Tenant.MailServer;
import za.co.spikedata.tenancy.TenantId;

/**
 * Passwords that tenants' own mail servers did not take. For a while nobody comes with the same one
 * again, since a server may lock out whoever does so many times; then one mail alone tries it for
 * all others of its tenant. Another password is tried at once.
 */
final class RefusedPasswords {
    private final Map<TenantId, Refusal> refusals = new ConcurrentHashMap<>();
    private final Duration pause;
    private final Clock clock;

    /**
     * @param pause how long a refused password is not tried
     */
    RefusedPasswords(Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Who signs in where.
     *
     * @param since when its password was set, which tells one password from the next
     */
    record Login(MailServer server, Optional<Instant> since) {}

    private record Refusal(Login login, Instant until) {}

    /**
     * @param sending throws {@link MailAuthenticationException} when the password is not taken
     * @throws MailAuthenticationException also where it was not tried, since it would not be taken
     */
    void keepOut(TenantId tenant, Login login, Runnable sending) {
        var before = refusals.get(tenant);
        if (before != null && before.login().equals(login) && !isNext(tenant, before)) {
            throw new MailAuthenticationException(
                    "Expected another password than the one refused before");
        }
        try {
            sending.run();
            refusals.remove(tenant);
        } catch (MailAuthenticationException refused) {
            refusals.put(tenant, refusal(login));
            throw refused;
        }
    }

    /** Whether the pause is over, and nobody else tries. */
    private boolean isNext(TenantId tenant, Refusal before) {
        return !clock.instant().isBefore(before.until())
                && refusals.replace(tenant, before, refusal(before.login()));
    }

    private Refusal refusal(Login login) {
        return new Refusal(login, clock.instant().plus(pause));
    }
}
