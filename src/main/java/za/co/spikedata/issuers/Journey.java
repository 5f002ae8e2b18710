package za.co.spikedata.issuers;

import com.nimbusds.jose.util.Base64URL;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.co.spikedata.shape.Sha256;
import za.co.spikedata.tenancy.OwnPath;

/**
 * One person's way to a provider and back, as their session keeps it: what only this browser knows,
 * what only this provider was told, and what only we can answer it with (RFC 7636).
 *
 * @param again where they go on from, when they are to sign in there anew though they may be signed
 *     in
 */
record Journey(
        UUID issuer,
        String state,
        String nonce,
        String verifier,
        Instant until,
        Optional<String> again) {
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = "sign-in.journey";

    /** What is kept of one, between blanks; fewer were written before. */
    private static final int PARTS = 6;

    /** No address on this host, as is nothing that was written here before. */
    private static final String NOT_AGAIN = "-";

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Journey begin(
            HttpServletRequest request, UUID issuer, Optional<String> again, Instant now) {
        var journey = new Journey(issuer, secret(), secret(), secret(), now.plus(LONGEST), again);
        request.getSession()
                .setAttribute(
                        ATTRIBUTE,
                        String.join(
                                " ",
                                issuer.toString(),
                                journey.state,
                                journey.nonce,
                                journey.verifier,
                                journey.until.toString(),
                                again.orElse(NOT_AGAIN)));
        return journey;
    }

    static boolean isUnderWay(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) != null;
    }

    /** The one that ends here; it ends once, whatever comes of it. */
    static Optional<Journey> end(HttpServletRequest request, UUID issuer, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String kept)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        var parts = kept.split(" ");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        var journey =
                new Journey(
                        UUID.fromString(parts[0]),
                        parts[1],
                        parts[2],
                        parts[3],
                        Instant.parse(parts[4]),
                        Optional.of(OwnPath.of(parts[5], NOT_AGAIN))
                                .filter(again -> !again.equals(NOT_AGAIN)));
        return Optional.of(journey)
                .filter(each -> each.issuer.equals(issuer))
                .filter(each -> each.until.isAfter(now))
                .filter(each -> each.isAnsweredBy(request.getParameterValues("state")));
    }

    boolean isAgain() {
        return again.isPresent();
    }

    Instant begun() {
        return until.minus(LONGEST);
    }

    private boolean isAnsweredBy(String @Nullable [] states) {
        return states != null
                && states.length == 1
                && MessageDigest.isEqual(
                        states[0].getBytes(StandardCharsets.UTF_8),
                        state.getBytes(StandardCharsets.UTF_8));
    }

    String challenge() {
        return Base64URL.encode(Sha256.of(verifier)).toString();
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }

    @Override
    public String toString() {
        return "Journey[" + issuer + "]";
    }
}
