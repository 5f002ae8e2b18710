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

/**
 * Asks the database at each request who the session's person is by now. A session ends as soon as
 * its person is gone, disabled or of a later epoch, and at its absolute limit.
 */
class LiveAccountFilter extends OncePerRequestFilter {
    /** However busy, a session ends after this and the person signs in again. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final PersonTable people;
    private final SignIns signIns;
    private final Clock clock;

    LiveAccountFilter(PersonTable people, SignIns signIns, Clock clock) {
        this.people = people;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            var account =
                    people.find(person.tenant(), person.id())
                            .filter(Account::isActive)
                            .filter(found -> found.person().epoch() == person.epoch())
                            .filter(_ -> !isOver(request.getSession(false)));
            if (account.isPresent()) {
                account.get().put(request);
                signIns.noteMove(request, person);
            } else {
                end(request);
            }
        }
        chain.doFilter(request, response);
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
