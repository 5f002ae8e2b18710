package za.co.spikedata.identity;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.tenancy.CurrentBrand;

/** Signs people in by e-mail and password, within the tenant of the host they came to. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    /** Longer passwords are refused before they cost anything. */
    private static final int LONGEST_PASSWORD = 1_000;

    private final People people;
    private final PasswordEncoder passwords;
    private final Attempts attempts;
    private final Audit audit;
    private final String nobodysHash;

    PasswordSignIn(People people, PasswordEncoder passwords, Attempts attempts, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.nobodysHash = java.util.Objects.requireNonNull(passwords.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var tenant = CurrentBrand.find().orElseThrow().tenant().id();
        var password = String.valueOf(attempt.getCredentials());
        var guarded = attempts.begin(tenant, "password", People.canonical(attempt.getName()));
        var found = people.find(tenant, attempt.getName());
        // An unknown address costs the same time as a wrong password, so that neither is told.
        var hash = found.map(People.Credentials::hash).orElse(nobodysHash);
        boolean matches =
                password.length() <= LONGEST_PASSWORD && passwords.matches(password, hash);
        if (found.isEmpty() || !matches || !guarded.isOpen()) {
            var subject = found.map(known -> known.person().id().toString()).orElse("unknown");
            var action = guarded.isOpen() ? "sign-in.failed" : "sign-in.refused";
            audit.record(tenant, "anonymous", action, subject);
            if (guarded.failed()) {
                audit.record(tenant, "guard", "sign-in.locked", subject);
            }
            throw new BadCredentialsException("Expected a known address and its password");
        }
        guarded.succeeded();
        var person = found.get().person();
        audit.record(tenant, person.id().toString(), "sign-in.done", person.id().toString());
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
