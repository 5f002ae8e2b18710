package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;

/** Reads requests for tokens: who asks, and for what. */
final class TokenRequests {
    private final ClientSecretBasicAuthenticationConverter basic =
            new ClientSecretBasicAuthenticationConverter();
    private final ClientSecretPostAuthenticationConverter post =
            new ClientSecretPostAuthenticationConverter();
    private final OAuth2ClientCredentialsAuthenticationConverter credentials =
            new OAuth2ClientCredentialsAuthenticationConverter();

    /** By one method and one name alone; RFC 6749 (2.3) allows no more in a request. */
    Authentication client(HttpServletRequest request) {
        boolean isHeader = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (isHeader && request.getParameter("client_secret") != null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        var client =
                Optional.ofNullable(isHeader ? basic.convert(request) : post.convert(request))
                        .orElseThrow(() ->
                                new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        var named = request.getParameterValues("client_id");
        if (named != null && !List.of(named).equals(List.of(client.getName()))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return client;
    }

    /** Whoever names no scope asks for all that the client may. */
    @Nullable Authentication wish(HttpServletRequest request) {
        var asked = (OAuth2ClientCredentialsAuthenticationToken) credentials.convert(request);
        if (asked == null || !asked.getScopes().isEmpty()) {
            return asked;
        }
        var client = (OAuth2ClientAuthenticationToken) asked.getPrincipal();
        return new OAuth2ClientCredentialsAuthenticationToken(
                client,
                Objects.requireNonNull(client.getRegisteredClient()).getScopes(),
                asked.getAdditionalParameters());
    }
}
