package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import za.co.spikedata.guard.Rates;

/**
 * Holds each tenant to its requests a minute, and tells every program how it stands
 * (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
class Rations {
    private static final String MINUTE = "requests";
    private static final String AT_ONCE = "at-once";
    private static final int SECONDS = 60;

    private final Rates rates;

    Rations(Rates rates) {
        this.rates = rates;
    }

    /** False when the request is one too many; when to come again is told. */
    boolean take(Client client) {
        var plan = client.plan();
        var standing = rates.count("api-tenant", client.tenant().value(), plan.requestsAMinute());
        var response = response();
        int atOnce = Math.min(client.mostAtOnce(), plan.atOnce());
        response.setHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d, \"%s\";q=%d;qu=\"concurrent-requests\""
                        .formatted(MINUTE, plan.requestsAMinute(), SECONDS, AT_ONCE, atOnce));
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(MINUTE, standing.left(), seconds(standing.untilFull())));
        if (!standing.isKept()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds(standing.pause()))));
        }
        return standing.isKept();
    }

    /** Rounded up: whoever waits as long as told is answered. */
    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
    }

    private static HttpServletResponse response() {
        var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return Objects.requireNonNull(request.getResponse(), "response");
    }
}
