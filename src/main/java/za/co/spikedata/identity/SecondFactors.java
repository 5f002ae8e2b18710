package za.co.spikedata.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.mail.Outbox;
import za.co.spikedata.tenancy.TenantDatabase;

/** The second factors of a person: got, given, lost. Every change ends their other sessions. */
@Component
class SecondFactors {
    private final Authenticators authenticators;
    private final PasskeyTable passkeys;
    private final RecoveryCodes recoveryCodes;
    private final PersonTable people;
    private final Tries tries;
    private final TenantDatabase database;
    private final Audit audit;
    private final Outbox outbox;

    SecondFactors(
            Authenticators authenticators,
            PasskeyTable passkeys,
            RecoveryCodes recoveryCodes,
            PersonTable people,
            Tries tries,
            TenantDatabase database,
            Audit audit,
            Outbox outbox) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.people = people;
        this.tries = tries;
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
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
        var today = tries.take(tenant, Tries.Limit.CODES_A_DAY, subject);
        var now = tries.take(tenant, Tries.Limit.CODE, subject);
        boolean locked = today == Tries.Answer.LOCKED || now == Tries.Answer.LOCKED;
        var answer = locked ? Answer.WRONG : take(person, code);
        if (answer == Answer.WRONG) {
            audit.record(tenant, id(person), "factor.failed", id(person));
            if (now == Tries.Answer.LAST || today == Tries.Answer.LAST) {
                tellOfLock(person);
            }
            return answer;
        }
        tries.forget(tenant, Tries.Limit.CODE, subject);
        tries.forget(tenant, Tries.Limit.CODES_A_DAY, subject);
        if (answer == Answer.RECOVERED) {
            audit.record(tenant, id(person), "recovery-code.used", id(person));
            outbox.send(tenant, person.email(), "recovery-used", recoveryCodes.left(person));
        }
        return answer;
    }

    /** Whoever tries codes has the password already, which its owner should know. */
    private void tellOfLock(Person person) {
        database.run(
                person.tenant(),
                () -> {
                    audit.record(person.tenant(), "guard", "factor.locked", id(person));
                    outbox.send(person.tenant(), person.email(), "factor-locked");
                });
    }

    private Answer take(Person person, String code) {
        if (TimeCodes.isCode(code)) {
            return authenticators.take(person, code) ? Answer.RIGHT : Answer.WRONG;
        }
        return recoveryCodes.take(person, code) ? Answer.RECOVERED : Answer.WRONG;
    }

    void begin(Person person) {
        authenticators.begin(person);
    }

    Optional<String> pending(Person person) {
        return authenticators.pending(person);
    }

    /** Makes the pending authenticator count, if the code is of it. */
    Optional<Enrolled> confirm(Person person, String code) {
        return database.call(
                person.tenant(),
                () -> {
                    if (!authenticators.confirm(person, code)) {
                        return Optional.empty();
                    }
                    var codes = recoveryCodes.renew(person);
                    var later = changed(person, "factor.on", "factor-on", () -> {});
                    return Optional.of(new Enrolled(later, codes));
                });
    }

    List<String> renewRecoveryCodes(Person person) {
        var tenant = person.tenant();
        return database.call(
                tenant,
                () -> {
                    audit.record(tenant, id(person), "recovery-codes.new", id(person));
                    outbox.send(tenant, person.email(), "recovery-new");
                    return recoveryCodes.renew(person);
                });
    }

    Person turnOff(Person person) {
        return changed(
                person,
                "factor.off",
                "factor-off",
                () -> {
                    authenticators.clear(person);
                    if (passkeys.of(person.tenant(), person.id()).isEmpty()) {
                        recoveryCodes.clear(person);
                    }
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

    /** Nothing is left but the password. */
    void clear(Person person) {
        passkeys.clear(person.tenant(), person.id());
        authenticators.clear(person);
        recoveryCodes.clear(person);
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

    private static String id(Person person) {
        return person.id().toString();
    }
}
