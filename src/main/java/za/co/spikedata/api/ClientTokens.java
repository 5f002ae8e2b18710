package za.co.spikedata.api;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Signs short-lived access tokens with the keys of all access tokens. Nothing is kept of one: it
 * says everything itself, and whether its client was revoked is looked up each time it is used.
 */
@Component
class ClientTokens implements OAuth2TokenGenerator<OAuth2AccessToken>, OAuth2AuthorizationService {
    static final Duration LASTS = Duration.ofMinutes(15);

    private final AccessTokens tokens;
    private final Clock clock;

    ClientTokens(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AccessToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var until = from.plus(LASTS);
        var scopes = context.getAuthorizedScopes();
        var signed =
                tokens.sign(
                        ClientSecrets.client(context.getRegisteredClient()),
                        Scope.parse(String.join(" ", scopes)),
                        UUID.randomUUID(),
                        from,
                        until);
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, signed, from, until, scopes);
    }

    @Override
    public void save(OAuth2Authorization authorization) {}

    @Override
    public void remove(OAuth2Authorization authorization) {}

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return null;
    }
}
