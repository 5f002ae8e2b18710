package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import za.co.spikedata.guard.Rates;
import za.co.spikedata.guard.Rates.Standing;

/**
 * Holds each tenant and each program to its requests a minute, and tells every program how it
 * stands with the tighter of the two (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
class Rations {
    private static final String MINUTE = "requests";
    private static final String AT_ONCE = "at-once";
    private static final int SECONDS = 60;
    private static final String TENANT = "api-tenant";
    private static final String CREDENTIAL = "api-credential";

    private final Rates rates;

    Rations(Rates rates) {
        this.rates = rates;
    }

    /** False when the request is one too many; when to come again is told. */
    boolean take(Client client) {
        var plan = client.plan();
        var standing = standing(client);
        var response = response();
        int atOnce = Math.min(client.mostAtOnce(), plan.atOnce());
        response.setHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d, \"%s\";q=%d;qu=\"concurrent-requests\""
                        .formatted(MINUTE, client.pace().within(plan), SECONDS, AT_ONCE, atOnce));
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

    /** What its own limit refuses is not counted against the tenant's other programs. */
    private Standing standing(Client client) {
        int ofTenant = client.plan().requestsAMinute();
        int own = client.pace().within(client.plan());
        if (own == ofTenant) {
            return rates.count(TENANT, client.tenant().value(), ofTenant);
        }
        var alone = rates.count(CREDENTIAL, client.lineage().toString(), own);
        if (!alone.isKept()) {
            return alone;
        }
        var shared = rates.count(TENANT, client.tenant().value(), ofTenant);
        return shared.isKept() && alone.left() <= shared.left() ? alone : shared;
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
