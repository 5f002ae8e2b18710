package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import za.co.spikedata.issuers.IssuedTokens;
import za.co.spikedata.issuers.ShownToken;

/** The tokens that requests bring; each is looked at once while its request is let in. */
@Component
class Bearers {
    private static final String SCHEME = "bearer ";
    private static final String SEEN = Bearers.class.getName() + ".SEEN";

    private final AccessTokens tokens;
    private final IssuedTokens issued;

    Bearers(AccessTokens tokens, IssuedTokens issued) {
        this.tokens = tokens;
        this.issued = issued;
    }

    /** Whose token it is. */
    sealed interface Bearer {
        /** There is none, so that a pair may be. */
        record None() implements Bearer {}

        record Own(AccessTokens.Claims claims) implements Bearer {}

        record OfProvider(ShownToken token) implements Bearer {}

        record Unknown() implements Bearer {}
    }

    Bearer of(HttpServletRequest request) {
        if (request.getAttribute(SEEN) instanceof Bearer before) {
            return before;
        }
        var bearer = seen(Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)));
        request.setAttribute(SEEN, bearer);
        return bearer;
    }

    /** The next look is a new one. */
    static void forget(HttpServletRequest request) {
        request.removeAttribute(SEEN);
    }

    /** Asks the provider whose token it is; empty where that is not needed. */
    Optional<Runnable> unasked(HttpServletRequest request) {
        return switch (of(request)) {
            case Bearer.OfProvider(var token) ->
                    issued.unasked(token).map(asks -> forgetting(request, asks));
            case Bearer.None _, Bearer.Own _, Bearer.Unknown _ -> Optional.empty();
        };
    }

    /** Asking takes long, and then nothing need be as it was. */
    private static Runnable forgetting(HttpServletRequest request, Runnable asks) {
        return () -> {
            asks.run();
            forget(request);
        };
    }

    private Bearer seen(List<String> headers) {
        if (headers.isEmpty() || headers.size() == 1 && headers.getFirst().isBlank()) {
            return new Bearer.None();
        }
        var header = headers.getFirst();
        if (headers.size() > 1 || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return new Bearer.Unknown();
        }
        var compact = header.substring(SCHEME.length()).strip();
        return tokens.read(compact)
                .<Bearer>map(Bearer.Own::new)
                .or(() -> issued.shown(compact).map(Bearer.OfProvider::new))
                .orElseGet(Bearer.Unknown::new);
    }
}
