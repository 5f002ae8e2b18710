package za.co.spikedata.guard;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import za.co.spikedata.audit.Origin;
import za.co.spikedata.tenancy.TenantId;

/** Finds out who asks: the address, and the tokens of the browser. */
@Component
class Callers {
    private static final String COOKIE = "__Host-device";
    private static final Duration KNOWN_FOR = Duration.ofDays(180);

    private final GuardSettings settings;
    private final KnownDevices devices;

    Callers(GuardSettings settings, KnownDevices devices) {
        this.settings = settings;
        this.devices = devices;
    }

    Caller of(TenantId tenant, HttpServletRequest request, HttpServletResponse response) {
        var network = Network.ofClient(Origin.current().address());
        var known = cookie(request).map(value -> devices.known(tenant, value));
        return new Caller(
                network,
                settings.isTrusted(network),
                known.orElse(java.util.List.of()),
                tokens ->
                        response.addHeader(
                                HttpHeaders.SET_COOKIE, cookie(String.join(".", tokens))));
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private String cookie(String value) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(KNOWN_FOR)
                .build()
                .toString();
    }
}
