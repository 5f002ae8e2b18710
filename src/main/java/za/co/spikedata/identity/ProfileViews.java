package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Tenant;

/** Gathers what a profile shows. */
@Component
class ProfileViews {
    /** Where the people of this portal are. */
    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

    private final Sessions sessions;
    private final PasskeyTable passkeys;
    private final RecoveryCodes recoveryCodes;

    ProfileViews(Sessions sessions, PasskeyTable passkeys, RecoveryCodes recoveryCodes) {
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
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
                                        when(tenant, passkey.getCreated()),
                                        when(tenant, passkey.getLastUsed())))
                        .toList(),
                sessions.of(person).stream()
                        .map(live ->
                                new ProfileView.SessionView(
                                        live.handle(),
                                        live.browser(),
                                        live.address(),
                                        when(tenant, live.begun()),
                                        live.id().equals(current)))
                        .toList());
    }

    static String when(Tenant tenant, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(tenant.locale())
                .withZone(ZONE)
                .format(time);
    }
}
