package za.co.spikedata.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.vault.TenantSecrets;

/** The authenticator and the recovery codes of a person: got, given, lost. */
@Component
class SecondFactors {
    /** A secret that was shown and not confirmed is forgotten after this. */
    private static final Duration PENDING = Duration.ofMinutes(15);

    private final AuthenticatorTable authenticators;
    private final PasskeyTable passkeys;
    private final RecoveryCodes recoveryCodes;
    private final PersonTable people;
    private final Tries tries;
    private final TenantDatabase database;
    private final TenantSecrets secrets;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    SecondFactors(
            AuthenticatorTable authenticators,
            PasskeyTable passkeys,
            RecoveryCodes recoveryCodes,
            PersonTable people,
            Tries tries,
            TenantDatabase database,
            TenantSecrets secrets,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.people = people;
        this.tries = tries;
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of a code. */
    enum Answer {
        RIGHT,
        RECOVERED,
        WRONG
    }

    /**
     * What a confirmed authenticator brings.
     *
     * @param person at the epoch that begins with it
     */
    record Enrolled(Person person, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Enrolled[" + person + "]";
        }
    }

    /**
     * Checks a code of the authenticator, or a recovery code; either opens once, on all nodes.
     * Every try counts, whatever it looks like.
     *
     * @param device tells a device the person signed in on before from the rest of the world
     */
    Answer give(Person person, String code, String device) {
        var tenant = person.tenant();
        var subject = person.id() + "\n" + device;
        boolean locked =
                tries.take(tenant, Tries.Limit.CODES_A_DAY, subject) == Tries.Answer.LOCKED
                        | tries.take(tenant, Tries.Limit.CODE, subject) == Tries.Answer.LOCKED;
        var answer = locked ? Answer.WRONG : check(person, code);
        switch (answer) {
            case RIGHT -> {}
            case RECOVERED -> {
                audit.record(tenant, person.id().toString(), "recovery-code.used", id(person));
                outbox.send(tenant, person.email(), "recovery-used", recoveryCodes.left(person));
            }
            case WRONG -> audit.record(tenant, person.id().toString(), "factor.failed", id(person));
        }
        if (answer != Answer.WRONG) {
            tries.forget(tenant, Tries.Limit.CODE, subject);
            tries.forget(tenant, Tries.Limit.CODES_A_DAY, subject);
        }
        return answer;
    }

    private Answer check(Person person, String code) {
        if (!TimeCodes.isCode(code)) {
            return recoveryCodes.take(person, code) ? Answer.RECOVERED : Answer.WRONG;
        }
        var tenant = person.tenant();
        var kept = authenticators.find(tenant, person.id());
        if (kept.isEmpty()) {
            return Answer.WRONG;
        }
        var secret = unsealed(person, kept.get().sealedSecret());
        var step = TimeCodes.step(secret, code, clock.instant(), kept.get().lastStep());
        return step.isPresent() && authenticators.take(tenant, person.id(), step.getAsLong())
                ? Answer.RIGHT
                : Answer.WRONG;
    }

    /**
     * Begins getting an authenticator; the old one, if any, counts until the new one is confirmed.
     */
    void begin(Person person) {
        var sealed =
                secrets.seal(
                        person.tenant(),
                        context(person),
                        TimeCodes.newSecret().getBytes(StandardCharsets.US_ASCII));
        authenticators.putPending(person.tenant(), person.id(), sealed, clock.instant());
    }

    /** The secret that waits for its first code. */
    Optional<String> pending(Person person) {
        return sealedPending(person).map(sealed -> unsealed(person, sealed));
    }

    /** Makes the pending secret count, if the code is of it. */
    Optional<Enrolled> confirm(Person person, String code) {
        var sealed = sealedPending(person);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        var step = TimeCodes.step(unsealed(person, sealed.get()), code, clock.instant(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        var tenant = person.tenant();
        return database.call(
                tenant,
                () -> {
                    if (!authenticators.confirm(
                            tenant, person.id(), sealed.get(), step.getAsLong())) {
                        return Optional.empty();
                    }
                    var codes = recoveryCodes.renew(person);
                    var later = person.at(people.beginEpoch(tenant, person.id()));
                    audit.record(tenant, person.id().toString(), "factor.on", id(person));
                    outbox.send(tenant, person.email(), "factor-on");
                    return Optional.of(new Enrolled(later, codes));
                });
    }

    void passkeyFailed(Person person) {
        audit.record(person.tenant(), id(person), "factor.failed", id(person));
    }

    Person passkeyAdded(Person person) {
        return changed(person, "passkey.added", "passkey-on", () -> {});
    }

    Person removePasskey(Person person, Bytes passkey) {
        return changed(
                person,
                "passkey.removed",
                "passkey-off",
                () -> passkeys.delete(person.tenant(), person.id(), passkey));
    }

    /** The person turns it off; the epoch that begins ends their other sessions. */
    Person turnOff(Person person) {
        return changed(
                person,
                "factor.off",
                "factor-off",
                () -> {
                    authenticators.clear(person.tenant(), person.id());
                    if (passkeys.of(person.tenant(), person.id()).isEmpty()) {
                        recoveryCodes.clear(person);
                    }
                });
    }

    private Person changed(Person person, String action, String mail, Runnable work) {
        var tenant = person.tenant();
        return database.call(
                tenant,
                () -> {
                    work.run();
                    audit.record(tenant, id(person), action, id(person));
                    outbox.send(tenant, person.email(), mail);
                    return person.at(people.beginEpoch(tenant, person.id()));
                });
    }

    List<String> renewRecoveryCodes(Person person) {
        var tenant = person.tenant();
        return database.call(
                tenant,
                () -> {
                    audit.record(tenant, person.id().toString(), "recovery-codes.new", id(person));
                    outbox.send(tenant, person.email(), "recovery-new");
                    return recoveryCodes.renew(person);
                });
    }

    /** Nothing is left but the password. */
    void clear(Person person) {
        passkeys.clear(person.tenant(), person.id());
        authenticators.clear(person.tenant(), person.id());
        recoveryCodes.clear(person);
    }

    private Optional<byte[]> sealedPending(Person person) {
        return authenticators.findPending(
                person.tenant(), person.id(), clock.instant().minus(PENDING));
    }

    private String unsealed(Person person, byte[] sealed) {
        return new String(
                secrets.unseal(person.tenant(), context(person), sealed),
                StandardCharsets.US_ASCII);
    }

    private static String context(Person person) {
        return "authenticator/" + person.id();
    }

    private static String id(Person person) {
        return person.id().toString();
    }
}
