package za.co.spikedata.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import za.co.spikedata.tenancy.CurrentBrand;

/**
 * Asks the database at each request who the session's person is by now. A session ends as soon as
 * its person is gone, disabled or of a later epoch, and at its absolute limit.
 */
class LiveAccountFilter extends OncePerRequestFilter {
    /** However busy, a session ends after this and the person signs in again. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final PersonTable people;
    private final SignIns signIns;
    private final Actings actings;
    private final Clock clock;

    LiveAccountFilter(PersonTable people, SignIns signIns, Actings actings, Clock clock) {
        this.people = people;
        this.signIns = signIns;
        this.actings = actings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            var session = request.getSession(false);
            var acting = actings.live(person, session);
            acting.ifPresent(found -> found.put(request));
            var account =
                    (Actings.isIn(session)
                                    ? acting.map(found -> found.account(person.tenant()))
                                    : people.find(person.tenant(), person.id()))
                            .filter(Account::isActive)
                            .filter(found -> found.person().epoch() == person.epoch())
                            .filter(_ -> !isOver(session));
            if (account.isPresent()) {
                account.get().put(request);
                signIns.noteMove(request, person);
            } else {
                end(request);
            }
            if (account.isPresent() && acting.isPresent() && !isInScope(request, acting.get())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Of each change in a tenant's name both trails tell who asked for it. */
    private boolean isInScope(HttpServletRequest request, Acting acting) {
        var path = request.getRequestURI();
        boolean isAllowed = ActingScope.allows(request.getMethod(), path);
        if (isAllowed && !ActingScope.isReading(request.getMethod())) {
            actings.note(CurrentBrand.find().orElseThrow().tenant().id(), acting, path);
        }
        return isAllowed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/brand/")
                || path.startsWith("/webjars/")
                || path.endsWith(".css")
                || path.endsWith(".js");
    }

    private boolean isOver(@org.jspecify.annotations.Nullable HttpSession session) {
        return session == null
                || Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(clock.instant());
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
}
