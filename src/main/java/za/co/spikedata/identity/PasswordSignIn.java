package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
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
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * Takes the first factor: e-mail and password, within the tenant of the host they came to. Unknown,
 * wrong, locked, disabled and merely invited do the same work and end alike.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final PersonTable people;
    private final PasswordHashing passwords;
    private final Tries tries;
    private final Devices devices;
    private final MailRequests requests;
    private final Audit audit;
    private final HttpServletRequest request;
    private final Clock clock;

    PasswordSignIn(
            PersonTable people,
            PasswordHashing passwords,
            Tries tries,
            Devices devices,
            MailRequests requests,
            Audit audit,
            HttpServletRequest request,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.devices = devices;
        this.requests = requests;
        this.audit = audit;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var tenant = CurrentBrand.find().orElseThrow().tenant().id();
        var email = People.canonical(attempt.getName());
        var subject =
                devices.known(request, tenant, email)
                        .map(device -> email + "\n" + device)
                        .orElse(email);
        var answer = tries.take(tenant, Tries.Limit.PASSWORD, subject);
        var found = people.credentials(tenant, email);
        boolean matches =
                passwords.matches(
                        String.valueOf(attempt.getCredentials()),
                        found.filter(known -> known.state() == Account.State.ACTIVE)
                                .flatMap(Credentials::hash));
        if (!matches || answer == Tries.Answer.LOCKED) {
            audit.record(tenant, "anonymous", "sign-in.failed", subjectOf(found));
            if (answer == Tries.Answer.LAST) {
                audit.record(tenant, "anonymous", "sign-in.locked", subjectOf(found));
                requests.tellOfLock(tenant, email);
            }
            throw new BadCredentialsException("Expected a known address and its password");
        }
        tries.forget(tenant, Tries.Limit.PASSWORD, subject);
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
