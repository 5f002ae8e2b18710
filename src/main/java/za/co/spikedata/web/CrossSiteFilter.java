package za.co.spikedata.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * Refuses what another site makes a browser send, whatever token it carries: a changing request
 * must come from a page of the same host, and no other origin is ever let in by CORS.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class CrossSiteFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean changes = !READING.contains(request.getMethod());
        if (isPreflight(request) || (changes && isForeign(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Programs carry no cookies, and pages of any origin may be such programs. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CurrentBrand.find().orElseThrow().tenant().isApi();
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    /** Browsers send at least one of the two; what sends neither carries no one's cookies. */
    private static boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var own = "https://" + request.getHeader(HttpHeaders.HOST);
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            return true;
        }
        // Pages that send no Referer name no Origin either; the browser says whose it is.
        return "null".equals(origin)
                ? !"same-origin".equals(site)
                : origin != null && !origin.equals(own);
    }
}
