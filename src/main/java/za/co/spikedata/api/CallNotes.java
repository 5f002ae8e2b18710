package za.co.spikedata.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import za.co.spikedata.shape.Words;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Tenant;

/**
 * Notes what only those inside know of a program's request, for the line that is written once it is
 * answered: an error is answered outside of every filter.
 */
@Component
@Order(CallNotes.BEHIND_THE_HOST)
final class CallNotes extends OncePerRequestFilter {
    /** It needs the brand of the host, and the guard's refusals are answers too. */
    static final int BEHIND_THE_HOST = Ordered.HIGHEST_PRECEDENCE + 2;

    /**
     * A program's request, while its answer is not told yet.
     *
     * @param method one that the code knows, or the program's own word
     * @param route likewise
     * @param begun by {@link System#nanoTime()}
     * @param named what its lines in the log are under
     */
    record Call(Object method, Object route, long begun, Map<String, String> named) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CurrentBrand.find().map(brand -> brand.tenant()).filter(Tenant::isApi).isEmpty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var call = new Call(method(request), route(request), begun, MDC.getCopyOfContextMap());
            request.setAttribute(CallLines.CALL, call);
        }
    }

    private static Object method(HttpServletRequest request) {
        return Objects.<Object>requireNonNullElse(
                RequestMethod.resolve(request.getMethod()), request.getMethod());
    }

    /** As the code maps it; an address that leads nowhere is the program's own word. */
    private static Object route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String mapped
                ? new Words(mapped)
                : request.getRequestURI();
    }
}
