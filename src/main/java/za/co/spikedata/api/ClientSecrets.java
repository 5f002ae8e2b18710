package za.co.spikedata.api;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * Knows OAuth 2 clients by id and secret together: of a secret only a keyed hash is kept, and that
 * tells whose client it is. No bean: Spring would ask it about people too.
 */
final class ClientSecrets implements AuthenticationProvider {
    private static final String CLIENT = "client";
    private static final int LONGEST_ID = 100;

    private final Authorizations authorizations;
    private final Attempts attempts;

    ClientSecrets(Authorizations authorizations, Attempts attempts) {
        this.authorizations = authorizations;
        this.attempts = attempts;
    }

    /** The client that was let in with what the library knows of it. */
    static Client client(RegisteredClient registered) {
        return Objects.requireNonNull(
                registered.getClientSettings().<Client>getSetting(CLIENT), CLIENT);
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        var asked = (OAuth2ClientAuthenticationToken) shown;
        var id = asked.getPrincipal().toString();
        var attempt =
                attempts.beginOfProgram(
                        CurrentBrand.find().orElseThrow().tenant().id(),
                        "client",
                        id.substring(0, Math.min(LONGEST_ID, id.length())));
        var client =
                Secret.of(id, String.valueOf(asked.getCredentials()))
                        .flatMap(authorizations::bySecret);
        if (client.isEmpty() || !attempt.isOpen()) {
            attempt.failed();
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        attempt.succeeded();
        return new OAuth2ClientAuthenticationToken(
                registered(client.get()),
                asked.getClientAuthenticationMethod(),
                asked.getCredentials());
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }

    private static RegisteredClient registered(Client client) {
        var id = client.credential().toString();
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().forEach(each -> scopes.add(each.word())))
                .clientSettings(ClientSettings.builder().setting(CLIENT, client).build())
                .build();
    }
}
