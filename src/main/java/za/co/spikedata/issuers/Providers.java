package za.co.spikedata.issuers;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;

/**
 * Providers as they described themselves, kept for a while. However many tokens come, a provider is
 * asked once in half a minute and by one request alone; others go on with what is known.
 */
@Component
class Providers {
    static final Duration FRESH = Duration.ofMinutes(10);

    /** A key that was withdrawn ends here even if nobody can be asked any more. */
    static final Duration LONGEST = Duration.ofHours(1);

    static final Duration BETWEEN = Duration.ofSeconds(30);

    private static final int MOST_KNOWN = 1_000;
    private static final String BASIC = "client_secret_basic";

    private final Errands errands;
    private final Clock clock;
    private final Map<UUID, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
                    return size() > MOST_KNOWN;
                }
            };

    Providers(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    /** One provider, with when it was asked last. */
    private static final class Known {
        private final ReentrantLock asking = new ReentrantLock();
        private volatile @Nullable Provider provider;
        private volatile Instant askedAt = Instant.EPOCH;

        boolean isStale(Instant now) {
            var kept = provider;
            return kept == null || kept.fetchedAt().plus(FRESH).isBefore(now);
        }

        boolean mayBeAsked(Instant now) {
            return !askedAt.plus(BETWEEN).isAfter(now);
        }

        Optional<Provider> kept(Instant now) {
            return Optional.ofNullable(provider)
                    .filter(kept -> kept.fetchedAt().plus(LONGEST).isAfter(now));
        }
    }

    /** Empty while it cannot be reached or says nothing that makes sense. */
    Optional<Provider> find(TenantId tenant, Issuer issuer) {
        var each = of(issuer);
        var now = clock.instant();
        if (each.isStale(now)) {
            ask(each, tenant, issuer, now);
        }
        return each.kept(clock.instant());
    }

    /** The claims, when one of the provider's keys signed them, for which it may be asked. */
    Optional<Claims> proven(TenantId tenant, Issuer issuer, Signed token) {
        unasked(tenant, issuer, token).ifPresent(Runnable::run);
        return proven(issuer, token);
    }

    /** Asks the provider, as long as it takes; empty where that is not due for this token. */
    Optional<Runnable> unasked(TenantId tenant, Issuer issuer, Signed token) {
        var each = of(issuer);
        var now = clock.instant();
        boolean isNeeded =
                each.isStale(now)
                        || each.kept(now).filter(kept -> kept.key(token).isPresent()).isEmpty();
        return isNeeded && each.mayBeAsked(now)
                ? Optional.of(() -> ask(each, tenant, issuer, now))
                : Optional.empty();
    }

    /** The claims, when a key signed them that is known by now: asks nobody. */
    Optional<Claims> proven(Issuer issuer, Signed token) {
        return of(issuer)
                .kept(clock.instant())
                .flatMap(found -> found.key(token))
                .filter(token::isSignedBy)
                .map(_ -> token.unproven());
    }

    private Known of(Issuer issuer) {
        synchronized (known) {
            return known.computeIfAbsent(issuer.id(), _ -> new Known());
        }
    }

    private void ask(Known each, TenantId tenant, Issuer issuer, Instant now) {
        if (each.mayBeAsked(now) && each.asking.tryLock()) {
            try {
                errands.run(
                                tenant,
                                errand -> {
                                    each.askedAt = now;
                                    return described(errand, issuer, now);
                                })
                        .ifPresent(found -> each.provider = found);
            } finally {
                each.asking.unlock();
            }
        }
    }

    /** Asks anew, for whoever wants to know whether a provider can be used at all. */
    Optional<Provider> described(TenantId tenant, Issuer issuer, Instant now) {
        return errands.run(tenant, errand -> described(errand, issuer, now));
    }

    private Optional<Provider> described(Errands.Errand errand, Issuer issuer, Instant now) {
        return errand.fetch(discovery(issuer.url()))
                .map(Claims::new)
                .filter(said -> said.text("issuer").equals(Optional.of(issuer.url())))
                .flatMap(said -> provider(errand, said, now));
    }

    private Optional<Provider> provider(Errands.Errand errand, Claims said, Instant now) {
        var authorization = said.text("authorization_endpoint").filter(errands::mayAsk);
        var token = said.text("token_endpoint").filter(errands::mayAsk);
        var methods = said.texts("token_endpoint_auth_methods_supported");
        return authorization.isEmpty() || token.isEmpty()
                ? Optional.empty()
                : said.text("jwks_uri")
                        .flatMap(errand::fetch)
                        .flatMap(json -> keys(json.toString()))
                        .map(keys ->
                                new Provider(
                                        authorization.get(),
                                        token.get(),
                                        methods.isEmpty() || methods.contains(BASIC),
                                        keys,
                                        now));
    }

    private static Optional<JWKSet> keys(String json) {
        try {
            return Optional.of(JWKSet.parse(json).toPublicJWKSet());
        } catch (ParseException noKeys) {
            return Optional.empty();
        }
    }

    private static String discovery(String url) {
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                + "/.well-known/openid-configuration";
    }
}
