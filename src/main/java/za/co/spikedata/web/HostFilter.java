package za.co.spikedata.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.tenancy.CurrentBrand;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.Tenants;

/** The host name picks the tenant; a host nobody has never gets past the front door. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HostFilter extends OncePerRequestFilter {
    /** Asked for at the very host it is about. */
    private static final String WELL_KNOWN = "/.well-known/";

    private static final String MENDING = "/domains";

    private static final ResponseCookie STAY =
            ResponseCookie.from("__Host-stay", "1")
                    .path("/")
                    .secure(true)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .maxAge(Duration.ofMinutes(15))
                    .build();

    private final Tenants tenants;
    private final Origins origins;

    HostFilter(Tenants tenants, Origins origins) {
        this.tenants = tenants;
        this.origins = origins;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var brand = tenants.findByHost(request.getServerName());
        if (brand.isEmpty()) {
            response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
            return;
        }
        var tenant = brand.get().tenant();
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        if (tenant.formerHosts().contains(host)
                && !request.getRequestURI().startsWith(WELL_KNOWN)
                && !stays(host, request, response)) {
            forward(tenant, request, response);
            return;
        }
        try (var _ = CurrentBrand.enter(brand.get())) {
            chain.doFilter(request, response);
        }
    }

    /**
     * Whoever asks for the page of addresses on a host of the platform's own goes on there for a
     * while: where a tenant's own host fails, its administrators mend that from here.
     */
    private boolean stays(String host, HttpServletRequest request, HttpServletResponse response) {
        if (!tenants.isUnderDomain(host)) {
            return false;
        }
        if (request.getRequestURI().equals(MENDING)) {
            response.addHeader(HttpHeaders.SET_COOKIE, STAY.toString());
            return true;
        }
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(STAY.getName()));
    }

    /** No browser remembers it: a former host may be served again. */
    private void forward(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.LOCATION,
                origins.url(tenant, request.getRequestURI() + (query == null ? "" : "?" + query)));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
