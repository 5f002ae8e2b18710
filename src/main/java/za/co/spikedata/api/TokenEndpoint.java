package za.co.spikedata.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.guard.Attempts;
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * The token endpoint of OAuth 2 on the API's hosts, with client credentials alone. Of Spring's
 * authorization server only the filters of this endpoint are put up; the rest of it is nowhere.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {
    static final String PATH = "/oauth2/token";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain tokens(
            Authorizations authorizations, Attempts attempts, ClientTokens tokens) {
        var manager =
                new ProviderManager(
                        new ClientSecrets(authorizations, attempts),
                        new OAuth2ClientCredentialsAuthenticationProvider(tokens, tokens));
        var requests = new TokenRequests();
        var errors = new TokenErrors();
        var client = new OAuth2ClientAuthenticationFilter(manager, TokenEndpoint::isAsked);
        client.setAuthenticationConverter(requests::client);
        client.setAuthenticationFailureHandler(errors);
        var endpoint = new OAuth2TokenEndpointFilter(manager, PATH);
        endpoint.setAuthenticationConverter(requests::wish);
        endpoint.setAuthenticationFailureHandler(errors);
        return new DefaultSecurityFilterChain(
                TokenEndpoint::isAsked, new Surroundings(), client, endpoint);
    }

    private static boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(PATH)
                && CurrentBrand.find().orElseThrow().tenant().isApi();
    }

    /** What the library's filters look for around them; no answer of theirs may be kept. */
    private static final class Surroundings extends OncePerRequestFilter {
        private static final AuthorizationServerSettings SETTINGS =
                AuthorizationServerSettings.builder().tokenEndpoint(PATH).build();

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(HttpHeaders.PRAGMA, "no-cache");
            AuthorizationServerContextHolder.setContext(context(request));
            try {
                chain.doFilter(request, response);
            } finally {
                AuthorizationServerContextHolder.resetContext();
            }
        }

        private static AuthorizationServerContext context(HttpServletRequest request) {
            var issuer = "https://" + request.getServerName();
            return new AuthorizationServerContext() {
                @Override
                public String getIssuer() {
                    return issuer;
                }

                @Override
                public AuthorizationServerSettings getAuthorizationServerSettings() {
                    return SETTINGS;
                }
            };
        }
    }
}
