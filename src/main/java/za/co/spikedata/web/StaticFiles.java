package za.co.spikedata.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Only a name that changes with its content may be kept for ever; others are asked for again. What
 * is text says in which letters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class StaticFiles extends OncePerRequestFilter {
    private static final String FOR_EVER = "max-age=31536000, public, immutable";
    private static final Pattern TEXT = Pattern.compile(".*\\.(css|js|svg|txt)");
    private static final Pattern HASHED =
            Pattern.compile("/brand/[0-9a-f]{16}/.*|.*-[0-9a-f]{32}\\.[a-z0-9]+");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (TEXT.matcher(path).matches()) {
            response.setCharacterEncoding(StandardCharsets.UTF_8);
        }
        boolean kept = HASHED.matcher(path).matches();
        chain.doFilter(request, new Kept(response, kept ? FOR_EVER : "no-cache"));
    }

    /** Says once how long files are kept; the no-store of pages stays as it is. */
    private static final class Kept extends HttpServletResponseWrapper {
        private final String control;

        Kept(HttpServletResponse response, String control) {
            super(response);
            this.control = control;
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, mended(name, value));
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            super.addHeader(name, mended(name, value));
        }

        private @Nullable String mended(String name, @Nullable String value) {
            return HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)
                            && value != null
                            && value.contains("max-age=31")
                    ? control
                    : value;
        }
    }
}
