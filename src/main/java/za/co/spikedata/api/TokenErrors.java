package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Why there is no token, as RFC 6749 (5.2) has it told. */
final class TokenErrors implements AuthenticationFailureHandler {
    private final OAuth2ErrorHttpMessageConverter converter = new OAuth2ErrorHttpMessageConverter();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var error =
                why instanceof OAuth2AuthenticationException told
                        ? told.getError()
                        : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
        var answer = new ServletServerHttpResponse(response);
        if (error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            answer.setStatusCode(HttpStatus.UNAUTHORIZED);
            answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\"");
        } else {
            answer.setStatusCode(HttpStatus.BAD_REQUEST);
        }
        converter.write(new OAuth2Error(error.getErrorCode()), null, answer);
    }
}
