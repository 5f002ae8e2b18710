package za.co.spikedata.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * Takes the first factor: e-mail and password, within the tenant of the host they came to. Unknown,
 * wrong, locked, disabled and merely invited do the same work and end alike.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final PersonTable people;
    private final PasswordHashing passwords;
    private final Attempts attempts;
    private final MailRequests requests;
    private final Audit audit;
    private final Clock clock;

    PasswordSignIn(
            PersonTable people,
            PasswordHashing passwords,
            Attempts attempts,
            MailRequests requests,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var tenant = CurrentBrand.find().orElseThrow().tenant().id();
        var email = People.canonical(attempt.getName());
        var guarded = attempts.begin(tenant, "password", email);
        var found = people.credentials(tenant, email);
        boolean matches =
                passwords.matches(
                        String.valueOf(attempt.getCredentials()),
                        found.filter(known -> known.state() == Account.State.ACTIVE)
                                .flatMap(Credentials::hash));
        if (!matches || !guarded.isOpen()) {
            var action = guarded.isOpen() ? "sign-in.failed" : "sign-in.refused";
            audit.record(tenant, "anonymous", action, subjectOf(found));
            if (guarded.failed()) {
                audit.record(tenant, "guard", "sign-in.locked", subjectOf(found));
                requests.tellOfLock(tenant, email);
            }
            throw new BadCredentialsException("Expected a known address and its password");
        }
        guarded.succeeded();
        var person = found.orElseThrow().person();
        audit.record(tenant, person.id().toString(), "sign-in.password", person.id().toString());
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + person.role().name()),
                        FactorGrantedAuthority.withAuthority(Factors.PASSWORD)
                                .issuedAt(clock.instant())
                                .build()));
    }

    private static String subjectOf(Optional<Credentials> found) {
        return found.map(known -> known.person().id().toString()).orElse("unknown");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
