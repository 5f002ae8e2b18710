package za.co.spikedata.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Suspensions;

/** Closes the portal of a suspended tenant, whoever asks and whatever session they hold. */
@Component
@Order(SuspensionFilter.AFTER_THE_GUARD)
class SuspensionFilter extends OncePerRequestFilter {
    static final int AFTER_THE_GUARD = Ordered.HIGHEST_PRECEDENCE + 70;

    /** Tells the error page why. */
    static final String SUSPENDED = "suspended";

    /** Looks, and whom to write to; nothing that belongs to anybody. */
    private static final Pattern STAYS =
            Pattern.compile(
                    "/brand/.+|/webjars/.+|/[a-z0-9-]+\\.(css|js)|/favicon\\.ico|/security"
                            + "|/\\.well-known/security\\.txt|/\\.well-known/acme-challenge/.+");

    private final Suspensions suspensions;

    SuspensionFilter(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tenant = CurrentBrand.find().orElseThrow().tenant().id();
        if (suspensions.isSuspended(tenant)) {
            request.setAttribute(SUSPENDED, true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Only portals are ever closed; programs are told where their tenant is known. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CurrentBrand.find().orElseThrow().tenant().isPortal()
                || STAYS.matcher(request.getRequestURI()).matches();
    }
}
