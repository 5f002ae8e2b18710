package za.co.spikedata.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.tenancy.CurrentBrand;

/** Pages of any origin may ask the API: it knows no cookies, only the keys a page sends along. */
@Component
@Order(CrossOrigin.BEHIND_THE_GUARD)
class CrossOrigin extends OncePerRequestFilter {
    static final int BEHIND_THE_GUARD = Ordered.HIGHEST_PRECEDENCE + 80;

    private static final String SENT =
            "authorization, content-type, access-control-allow-origin, x-api-key, x-user-key,"
                    + " prefer, idempotency-key, content-disposition, last-event-id";
    private static final String SHOWN =
            "x-request-id, retry-after, www-authenticate, preference-applied, location,"
                    + " idempotency-replayed, ratelimit, ratelimit-policy";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, GET, DELETE");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "7200");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CurrentBrand.find().orElseThrow().tenant().isApi();
    }
}
