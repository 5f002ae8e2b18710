package za.co.spikedata.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A query or a form that cannot be decoded is the mistake of whoever sent it: they are told, and no
 * line in the log calls it a fault of ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            var unreadable = unreadable(failed);
            if (unreadable.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            response.sendError(unreadable.get().getErrorCode());
        }
    }

    private static Optional<InvalidParameterException> unreadable(Throwable failed) {
        for (var each = failed; each != null; each = each.getCause()) {
            if (each instanceof InvalidParameterException unreadable) {
                return Optional.of(unreadable);
            }
        }
        return Optional.empty();
    }
}
