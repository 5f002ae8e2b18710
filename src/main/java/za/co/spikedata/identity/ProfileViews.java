package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Dates;
import za.co.spikedata.tenancy.Tenant;

/** Gathers what a profile shows. */
@Component
class ProfileViews {
    private final Sessions sessions;
    private final PasskeyTable passkeys;
    private final RecoveryCodes recoveryCodes;
    private final Leaving leaving;

    ProfileViews(
            Sessions sessions,
            PasskeyTable passkeys,
            RecoveryCodes recoveryCodes,
            Leaving leaving) {
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.leaving = leaving;
    }

    ProfileView of(HttpServletRequest request, Tenant tenant) {
        var account = Account.of(request).orElseThrow();
        var person = account.person();
        var current = request.getSession().getId();
        return new ProfileView(
                person.email(),
                account.name(),
                person.role().name(),
                account.hasAuthenticator(),
                account.hasPasskey() || !account.isSecondFactorRequired(tenant),
                account.hasAuthenticator() ? recoveryCodes.left(person) : 0,
                passkeys.of(tenant.id(), person.id()).stream()
                        .map(passkey ->
                                new ProfileView.PasskeyView(
                                        passkey.getCredentialId().toBase64UrlString(),
                                        passkey.getLabel(),
                                        Dates.minute(passkey.getCreated()),
                                        Dates.minute(passkey.getLastUsed())))
                        .toList(),
                sessions.of(person).stream()
                        .map(live ->
                                new ProfileView.SessionView(
                                        live.handle(),
                                        live.browser(),
                                        live.address(),
                                        Dates.minute(live.begun()),
                                        live.id().equals(current)))
                        .toList(),
                leaving.prospect(person).name());
    }
}
