package za.co.spikedata.web;

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

/**
 * What says by itself who asks comes from a program: it is given no session and sent to no sign-in
 * page, and its cookies count for nothing. Tokens open nothing but the hosts of the API.
 */
@Component
@Order(TokenFilter.AFTER_GUARD)
class TokenFilter extends OncePerRequestFilter {
    /** The guard is at 60; the security chain comes much later. */
    static final int AFTER_GUARD = Ordered.HIGHEST_PRECEDENCE + 70;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CurrentBrand.find().orElseThrow().tenant().isApi();
    }
}
