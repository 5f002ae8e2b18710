package za.co.spikedata.guard;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.tenancy.CurrentBrand;

/** Asks the guard before anything is done for a request, and tells it what strangers missed. */
@Component
@Order(GuardFilter.AFTER_SESSIONS)
class GuardFilter extends OncePerRequestFilter {
    /** Spring Session's filter is at 50; the security chain comes much later. */
    static final int AFTER_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 60;

    private static final String DOOR = "/sign-in";
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern STATIC =
            Pattern.compile(
                    "/brand/[0-9a-f]+/[a-z]+\\.(css|svg|png)|/webjars/.+\\.js|/[a-z]+(-[0-9a-f]+)?\\.(css|js)");

    private final HttpSessionSecurityContextRepository sessions =
            new HttpSessionSecurityContextRepository();
    private final Guard guard;
    private final Callers callers;
    private final Offences offences;
    private final MeterRegistry meters;

    GuardFilter(Guard guard, Callers callers, Offences offences, MeterRegistry meters) {
        this.guard = guard;
        this.callers = callers;
        this.offences = offences;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isWrite = !LOOKING.contains(request.getMethod());
        if (!isWrite && STATIC.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        boolean isApi = CurrentBrand.find().orElseThrow().tenant().isApi();
        if (!isApi && isFetchedFromElsewhere(request)) {
            meters.counter("portal.guard.refused", "why", "elsewhere").increment();
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var tenant = CurrentBrand.find().orElseThrow().tenant().id();
        var asked =
                new Guard.Asked(
                        tenant,
                        callers.of(tenant, request, response),
                        account(request),
                        isWrite,
                        request.getRequestURI().equals(DOOR),
                        isApi);
        var refusal = guard.refusal(asked);
        if (refusal.isPresent()) {
            refuse(response, request, refusal.get());
            return;
        }
        try (var _ = asked.caller().enter()) {
            chain.doFilter(request, response);
        }
        if (!isApi && asked.isStranger() && isMiss(response) && !asked.isDoor()) {
            offences.missed(tenant, asked.caller().network(), request.getRequestURI());
        }
    }

    /** Another site's page must not make its visitors' browsers ask, least of all for probes. */
    private static boolean isFetchedFromElsewhere(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !("navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                        && "document".equals(request.getHeader("Sec-Fetch-Dest")));
    }

    private Optional<String> account(HttpServletRequest request) {
        if (request.getSession(false) == null) {
            return Optional.empty();
        }
        var authentication = sessions.loadDeferredContext(request).get().getAuthentication();
        return Optional.ofNullable(authentication)
                .filter(Authentication::isAuthenticated)
                .filter(each -> !(each instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    private void refuse(HttpServletResponse response, HttpServletRequest request, Refusal refusal)
            throws IOException {
        var why =
                switch (refusal) {
                    case Refusal.Limited limited -> limited.allowance().name();
                    case Refusal.Banned _ -> "banned";
                };
        var pause =
                switch (refusal) {
                    case Refusal.Limited limited -> limited.pause();
                    case Refusal.Banned banned -> banned.pause();
                };
        if (refusal instanceof Refusal.Banned) {
            request.setAttribute("banned", true);
        }
        meters.counter("portal.guard.refused", "why", why).increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(pause)));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** Rounded up: whoever waits as long as told is answered. */
    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    private static boolean isMiss(HttpServletResponse response) {
        var location = response.getHeader(HttpHeaders.LOCATION);
        return response.getStatus() == HttpServletResponse.SC_NOT_FOUND
                || response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                || (location != null && location.endsWith(DOOR));
    }
}
