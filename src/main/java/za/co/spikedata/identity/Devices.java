package za.co.spikedata.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import za.co.spikedata.tenancy.TenantId;

/**
 * The browsers people signed in on, known by a cookie that signs nobody in: a new one is told by
 * mail, and a known one has its own count of codes tried.
 */
@Component
class Devices {
    private static final String COOKIE = "__Host-browser";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final DeviceTable table;
    private final Clock clock;

    Devices(DeviceTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** What is new about a sign-in. */
    enum Sight {
        KNOWN,
        FIRST,
        NEW
    }

    /** The device that a person of this address signed in on before, if this is one. */
    Optional<UUID> known(HttpServletRequest request, TenantId tenant, String email) {
        return token(request).flatMap(token -> table.find(tenant, email, Tokens.hash(token)));
    }

    /** Knows the device from now on. */
    Sight see(HttpServletRequest request, HttpServletResponse response, Person person) {
        var tenant = person.tenant();
        var known = known(request, tenant, person.email());
        if (known.isPresent()) {
            table.seen(tenant, known.get(), clock.instant());
            return Sight.KNOWN;
        }
        boolean isFirst = table.count(tenant, person.id()) == 0;
        var token = token(request).orElseGet(Tokens::fresh);
        table.insert(tenant, UUID.randomUUID(), person.id(), Tokens.hash(token), clock.instant());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token).toString());
        return isFirst ? Sight.FIRST : Sight.NEW;
    }

    private ResponseCookie cookie(String token) {
        return ResponseCookie.from(COOKIE, token)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
    }

    private Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(Tokens::isToken);
    }
}
