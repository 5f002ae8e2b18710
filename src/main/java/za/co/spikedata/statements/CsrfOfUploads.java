package za.co.spikedata.statements;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import za.co.spikedata.statements.upload.UploadStream;

/**
 * Finds the token of a streamed upload in its first part, before any file is taken; unless a header
 * says it already.
 */
@Component
class CsrfOfUploads extends CsrfTokenRequestAttributeHandler {
    private static final String FIELD = "_csrf";

    private final XorCsrfTokenRequestAttributeHandler masked =
            new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(
            HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response,
            java.util.function.Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean isInHead = request.getHeader(token.getHeaderName()) != null;
        if (isInHead || !UploadStream.isMultipart(request)) {
            return masked.resolveCsrfTokenValue(request, token);
        }
        return UploadStream.of(request)
                .firstField(FIELD)
                .map(value -> masked.resolveCsrfTokenValue(new Asked(request, value), token))
                .orElse(null);
    }

    /** The request as if it were a plain form with this token. */
    private static final class Asked extends jakarta.servlet.http.HttpServletRequestWrapper {
        private final String token;

        Asked(HttpServletRequest request, String token) {
            super(request);
            this.token = token;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return null;
        }

        @Override
        public String getParameter(String name) {
            return token;
        }
    }
}
