package za.co.spikedata.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * A line of the log for each request of a program and its answer, under the request's id, by which
 * the ledger knows who asked. Of bodies it tells lengths and types alone, and of what the program
 * spelt the shape. Events that follow an answer are not waited for.
 */
@Component
@Order(CallLog.BEHIND_THE_HOST)
final class CallLog extends OncePerRequestFilter {
    /** It needs the brand of the host, and the guard's refusals are answers too. */
    static final int BEHIND_THE_HOST = Ordered.HIGHEST_PRECEDENCE + 2;

    private static final Logger log = LoggerFactory.getLogger(CallLog.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CurrentBrand.find().map(brand -> brand.tenant()).filter(Tenant::isApi).isEmpty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            log.info(
                    "Answered {} {} with {} {} in {} ms; took {} bytes, query {}",
                    Objects.<Object>requireNonNullElse(
                            RequestMethod.resolve(request.getMethod()), request.getMethod()),
                    route(request),
                    status,
                    new Words(Objects.toString(response.getContentType(), "without type")),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    request.getContentLengthLong(),
                    Objects.toString(request.getQueryString(), ""));
        }
    }

    /** As the code maps it; an address that leads nowhere is the program's own word. */
    private static Object route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                        instanceof String mapped
                ? new Words(mapped)
                : request.getRequestURI();
    }
}
