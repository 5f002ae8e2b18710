package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.co.spikedata.issuers.IssuedTokens;
import za.co.spikedata.issuers.ShownToken;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Plan;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.PlatformSecrets;

/**
 * Finds out which program asks. Each request looks the credential up, so that a revoked one opens
 * nothing from that moment.
 */
@Component
class Authorizations {
    private static final String API_KEY = "x-api-key";
    private static final String USER_KEY = "x-user-key";

    /** How exact the time of the last use is. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final Bearers bearers;
    private final IssuedTokens issued;
    private final CredentialTable credentials;
    private final Homes homes;
    private final Tenants tenants;
    private final Suspensions suspensions;
    private final PlatformSecrets secrets;
    private final Clock clock;

    Authorizations(
            Bearers bearers,
            IssuedTokens issued,
            CredentialTable credentials,
            Homes homes,
            Tenants tenants,
            Suspensions suspensions,
            PlatformSecrets secrets,
            Clock clock) {
        this.bearers = bearers;
        this.issued = issued;
        this.credentials = credentials;
        this.homes = homes;
        this.tenants = tenants;
        this.suspensions = suspensions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * As it is now, however long the request lasts already. Asks whichever provider must be asked
     * for it, as long as it takes.
     */
    Optional<Client> client(HttpServletRequest request, Scope scope) {
        Bearers.forget(request);
        unasked(request).ifPresent(Runnable::run);
        return known(request).filter(client -> client.scopes().contains(scope));
    }

    /** Asks the provider whose token the program brings; empty where that is not needed. */
    Optional<Runnable> unasked(HttpServletRequest request) {
        return bearers.unasked(request);
    }

    /**
     * By what is known here: asks no provider. Empty for whatever reason it is; strangers are not
     * told which.
     */
    Optional<Client> known(HttpServletRequest request) {
        return switch (bearers.of(request)) {
            case Bearers.Bearer.None _ -> byPair(request);
            case Bearers.Bearer.Own(var claims) ->
                    hasOneHolder(request, claims.tenant()) ? byToken(claims) : Optional.empty();
            case Bearers.Bearer.OfProvider(var token) -> byIssuer(request, token);
            case Bearers.Bearer.Unknown _ -> Optional.empty();
        };
    }

    /**
     * Keys beside a token must be a pair of its tenant: whose a request is, is never a matter of
     * order. Half a pair, or more than one, is nobody's.
     */
    private boolean hasOneHolder(HttpServletRequest request, TenantId ofToken) {
        return hasNoKey(request)
                || pair(request)
                        .flatMap(beside -> homes.find(beside.hash(secrets)))
                        .equals(Optional.of(ofToken));
    }

    private static boolean hasNoKey(HttpServletRequest request) {
        return Stream.of(API_KEY, USER_KEY)
                .flatMap(name -> values(request, name).stream())
                .allMatch(String::isBlank);
    }

    /** A token of a tenant's own provider; all that it makes count as one program. */
    private Optional<Client> byIssuer(HttpServletRequest request, ShownToken token) {
        return issued.read(token)
                .filter(access -> hasOneHolder(request, access.tenant()))
                .flatMap(access ->
                        served(
                                access.tenant(),
                                () -> tenants.plan(access.tenant()).map(plan -> of(access, plan))));
    }

    private static Client of(IssuedTokens.Access access, Plan plan) {
        return new Client(
                access.tenant(),
                access.issuer(),
                access.issuer(),
                Scope.parse(access.scope()),
                plan.atOnce(),
                Pace.OF_TENANT,
                plan);
    }

    private Optional<Client> byToken(AccessTokens.Claims claims) {
        return served(
                claims.tenant(),
                () ->
                        credentials
                                .find(claims.tenant(), claims.credential())
                                .filter(each -> isHeld(each, claims.proof()))
                                .flatMap(each -> live(claims.tenant(), each))
                                .map(client -> within(client, claims.proof())));
    }

    private boolean isHeld(Credential credential, AccessTokens.Proof proof) {
        return switch (proof) {
            case AccessTokens.Proof.Held(var secret) ->
                    credential.kind() == Credential.Kind.TOKEN && isHeld(credential, secret);
            case AccessTokens.Proof.Given _ -> credential.kind() == Credential.Kind.CLIENT;
        };
    }

    private static Client within(Client client, AccessTokens.Proof proof) {
        return switch (proof) {
            case AccessTokens.Proof.Held _ -> client;
            case AccessTokens.Proof.Given(var scopes) -> client.within(scopes);
        };
    }

    /** The live credential of an OAuth 2 client that shows its secret. */
    Optional<Client> bySecret(Secret secret) {
        return held(secret, Credential.Kind.CLIENT);
    }

    private Optional<Client> byPair(HttpServletRequest request) {
        return pair(request).flatMap(secret -> held(secret, Credential.Kind.PAIR));
    }

    private static Optional<Secret> pair(HttpServletRequest request) {
        return Secret.of(only(request, API_KEY), only(request, USER_KEY));
    }

    private Optional<Client> held(Secret secret, Credential.Kind kind) {
        var hash = secret.hash(secrets);
        return homes.find(hash)
                .flatMap(tenant ->
                        served(
                                tenant,
                                () ->
                                        credentials
                                                .find(tenant, hash)
                                                .filter(each -> each.kind() == kind)
                                                .flatMap(each -> live(tenant, each))));
    }

    private boolean isHeld(Credential credential, Secret secret) {
        return MessageDigest.isEqual(credential.secretHash(), secret.hash(secrets));
    }

    private Optional<Client> served(TenantId tenant, Supplier<Optional<Client>> found) {
        return isServed(tenant) ? found.get() : Optional.empty();
    }

    private boolean isServed(TenantId id) {
        return tenants.find(id)
                        .map(Brand::tenant)
                        .filter(tenant -> tenant.isPortal() && tenant.offers(Feature.API))
                        .isPresent()
                && !suspensions.isSuspended(id);
    }

    private Optional<Client> live(TenantId tenant, Credential credential) {
        var now = clock.instant();
        if (!credential.isLive(now)) {
            return Optional.empty();
        }
        if (credential.lastUsedAt().filter(last -> last.isAfter(now.minus(USE))).isEmpty()) {
            credentials.used(tenant, credential.id(), now);
        }
        return tenants.plan(tenant)
                .map(plan ->
                        new Client(
                                tenant,
                                credential.id(),
                                credential.lineage(),
                                credential.scopes(),
                                credential.mostAtOnce(),
                                credential.pace(),
                                plan));
    }

    private static @Nullable String only(HttpServletRequest request, String name) {
        var all = values(request, name);
        return all.size() == 1 ? all.getFirst() : null;
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
