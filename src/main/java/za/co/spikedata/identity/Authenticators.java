package za.co.spikedata.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import za.co.spikedata.vault.TenantSecrets;

/** People's authenticators: their secrets are sealed, and each code opens once. */
@Component
class Authenticators {
    /** A secret that was shown and not confirmed is forgotten after this. */
    private static final Duration PENDING = Duration.ofMinutes(15);

    private final AuthenticatorTable table;
    private final TenantSecrets secrets;
    private final Clock clock;

    Authenticators(AuthenticatorTable table, TenantSecrets secrets, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Uses the code up, if it is one of the person's authenticator now. */
    boolean take(Person person, String code) {
        var tenant = person.tenant();
        return table.find(tenant, person.id())
                .map(kept ->
                        TimeCodes.step(
                                unsealed(person, kept.sealedSecret()),
                                code,
                                clock.instant(),
                                kept.lastStep()))
                .filter(step ->
                        step.isPresent() && table.take(tenant, person.id(), step.getAsLong()))
                .isPresent();
    }

    /** Makes a secret that waits for its first code; an older one counts until then. */
    void begin(Person person) {
        var sealed =
                secrets.seal(
                        person.tenant(),
                        context(person),
                        TimeCodes.newSecret().getBytes(StandardCharsets.US_ASCII));
        table.putPending(person.tenant(), person.id(), sealed, clock.instant());
    }

    /** The secret that waits for its first code. */
    Optional<String> pending(Person person) {
        return sealedPending(person).map(sealed -> unsealed(person, sealed));
    }

    /** Makes the waiting secret the one that counts, if the code is of it. */
    boolean confirm(Person person, String code) {
        var sealed = sealedPending(person);
        if (sealed.isEmpty()) {
            return false;
        }
        var step = TimeCodes.step(unsealed(person, sealed.get()), code, clock.instant(), 0);
        return step.isPresent()
                && table.confirm(person.tenant(), person.id(), sealed.get(), step.getAsLong());
    }

    void clear(Person person) {
        table.clear(person.tenant(), person.id());
    }

    private Optional<byte[]> sealedPending(Person person) {
        return table.findPending(person.tenant(), person.id(), clock.instant().minus(PENDING));
    }

    private String unsealed(Person person, byte[] sealed) {
        return new String(
                secrets.unseal(person.tenant(), context(person), sealed),
                StandardCharsets.US_ASCII);
    }

    private static String context(Person person) {
        return "authenticator/" + person.id();
    }
}
