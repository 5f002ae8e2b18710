package za.co.spikedata.identity;

import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;

/** Someone signed in gives their password once more, before something that matters. */
@Component
public class PasswordProof {
    private final PersonTable people;
    private final PasswordHashing passwords;
    private final Tries tries;
    private final Audit audit;

    PasswordProof(PersonTable people, PasswordHashing passwords, Tries tries, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.audit = audit;
    }

    /** Whether it is theirs; tries are counted, so that a session left open does not tell it. */
    public boolean isGiven(Person person, String password) {
        var tenant = person.tenant();
        var subject = "again\n" + person.id();
        var answer = tries.take(tenant, Tries.Limit.PASSWORD, subject);
        boolean matches = passwords.matches(password, people.hash(tenant, person.id()));
        if (!matches || answer == Tries.Answer.LOCKED) {
            audit.record(tenant, person.id().toString(), "password.failed", person.id().toString());
            return false;
        }
        tries.forget(tenant, Tries.Limit.PASSWORD, subject);
        return true;
    }
}
