package za.co.spikedata.tenancy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The language a browser asks for: the one chosen on it, else the first of those it names that the
 * tenant speaks, else the tenant's own.
 */
public final class AskedLanguage {
    private static final String COOKIE = "__Host-language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private AskedLanguage() {}

    public static Locale of(HttpServletRequest request, Tenant tenant) {
        return chosen(request)
                .flatMap(tenant::speaking)
                .or(() -> named(request, tenant))
                .orElse(tenant.locale());
    }

    /** Keeps a choice on the browser. */
    public static ResponseCookie cookie(String language) {
        return ResponseCookie.from(COOKIE, language)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
    }

    private static Optional<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    /** A browser that names none is given the machine's own by the server, which is nobody's. */
    private static Optional<Locale> named(HttpServletRequest request, Tenant tenant) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .flatMap(language -> tenant.speaking(language).stream())
                        .findFirst();
    }
}
