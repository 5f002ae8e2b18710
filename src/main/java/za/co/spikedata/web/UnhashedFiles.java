package za.co.spikedata.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Only a name that changes with its content may be kept for ever; others are asked for again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class UnhashedFiles extends OncePerRequestFilter {
    private static final Pattern HASHED =
            Pattern.compile("/brand/[0-9a-f]{16}/.*|.*-[0-9a-f]{32}\\.[a-z0-9]+");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean kept = HASHED.matcher(request.getRequestURI()).matches();
        chain.doFilter(request, kept ? response : new AskedAgain(response));
    }

    private static final class AskedAgain extends HttpServletResponseWrapper {
        AskedAgain(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, mended(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, mended(name, value));
        }

        private static String mended(String name, String value) {
            return name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) && value.contains("immutable")
                    ? "no-cache"
                    : value;
        }
    }
}
