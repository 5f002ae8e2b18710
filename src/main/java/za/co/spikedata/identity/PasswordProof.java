package za.co.spikedata.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;

/**
 * Someone signed in gives their password once more, before something that matters. Who has none, as
 * a provider vouches for them, signs in there once more instead.
 */
@Component
public class PasswordProof {
    /** How long a sign-in at a provider stands for the password. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final PersonTable people;
    private final PasswordHashing passwords;
    private final Tries tries;
    private final Audit audit;
    private final Clock clock;

    PasswordProof(
            PersonTable people, PasswordHashing passwords, Tries tries, Audit audit, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether it is theirs; tries are counted, so that a session left open does not tell it. */
    public boolean isGiven(Person person, String password) {
        var tenant = person.tenant();
        var hash = people.hash(tenant, person.id());
        if (hash.isEmpty()) {
            return isGivenElsewhere();
        }
        var subject = "again\n" + person.id();
        var answer = tries.take(tenant, Tries.Limit.PASSWORD, subject);
        boolean matches = passwords.matches(password, hash);
        if (!matches || answer == Tries.Answer.LOCKED) {
            audit.record(tenant, person.id().toString(), "password.failed", person.id().toString());
            return false;
        }
        tries.forget(tenant, Tries.Limit.PASSWORD, subject);
        return true;
    }

    boolean isByPassword(Person person) {
        return people.hash(person.tenant(), person.id()).isPresent();
    }

    /** Whether a provider had whoever asks sign in anew, a short time ago. */
    boolean isGivenElsewhere() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && Factors.isAgainSince(clock.instant().minus(FRESH), authentication);
    }
}
