package za.co.spikedata.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import za.co.spikedata.issuers.IssuedTokens;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Suspensions;
import za.co.spikedata.tenancy.TenantDatabase;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;
import za.co.spikedata.vault.PlatformSecrets;

/**
 * Finds out which program asks. Each request looks the credential up, so that a revoked one opens
 * nothing from that moment.
 */
@Component
class Authorizations {
    private static final String BEARER = "bearer ";

    /** How exact the time of the last use is. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final AccessTokens tokens;
    private final IssuedTokens issued;
    private final CredentialTable credentials;
    private final Homes homes;
    private final Tenants tenants;
    private final Suspensions suspensions;
    private final PlatformSecrets secrets;
    private final TenantDatabase database;
    private final Clock clock;

    Authorizations(
            AccessTokens tokens,
            IssuedTokens issued,
            CredentialTable credentials,
            Homes homes,
            Tenants tenants,
            Suspensions suspensions,
            PlatformSecrets secrets,
            TenantDatabase database,
            Clock clock) {
        this.tokens = tokens;
        this.issued = issued;
        this.credentials = credentials;
        this.homes = homes;
        this.tenants = tenants;
        this.suspensions = suspensions;
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    /** Asks whichever provider must be asked for it, as long as it takes. */
    Optional<Client> client(HttpServletRequest request, Scope scope) {
        unasked(request).ifPresent(Runnable::run);
        return known(request).filter(client -> client.scopes().contains(scope));
    }

    /** Asks the provider whose token the program brings; empty where that is not needed. */
    Optional<Runnable> unasked(HttpServletRequest request) {
        return Optional.of(values(request, HttpHeaders.AUTHORIZATION))
                .filter(bearer -> bearer.size() == 1)
                .flatMap(bearer -> compact(bearer.getFirst()))
                .filter(compact -> tokens.read(compact).isEmpty())
                .flatMap(issued::unasked);
    }

    /**
     * By what is known here: asks no provider. Empty for whatever reason it is; strangers are not
     * told which.
     */
    Optional<Client> known(HttpServletRequest request) {
        var bearer = values(request, HttpHeaders.AUTHORIZATION);
        if (bearer.size() > 1) {
            return Optional.empty();
        }
        return bearer.isEmpty() || bearer.getFirst().isBlank()
                ? byPair(request)
                : byBearer(bearer.getFirst());
    }

    private Optional<Client> byBearer(String header) {
        return compact(header).flatMap(token -> byToken(token).or(() -> byIssuer(token)));
    }

    private static Optional<String> compact(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** A token of a tenant's own provider; all that it makes count as one program. */
    private Optional<Client> byIssuer(String compact) {
        return issued.read(compact)
                .filter(access -> isServed(access.tenant()))
                .flatMap(access ->
                        tenants.plan(access.tenant())
                                .map(plan ->
                                        new Client(
                                                access.tenant(),
                                                access.issuer(),
                                                access.issuer(),
                                                Scope.parse(access.scope()),
                                                plan.atOnce(),
                                                Pace.OF_TENANT,
                                                plan)));
    }

    private Optional<Client> byToken(String compact) {
        return tokens.read(compact)
                .flatMap(claims ->
                        served(
                                claims.tenant(),
                                () ->
                                        credentials
                                                .find(claims.tenant(), claims.credential())
                                                .filter(each -> isHeld(each, claims.proof()))
                                                .flatMap(each -> live(claims.tenant(), each))
                                                .map(client -> within(client, claims.proof()))));
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
        return Secret.of(only(request, "x-api-key"), only(request, "x-user-key"))
                .flatMap(secret -> held(secret, Credential.Kind.PAIR));
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

    /** What is found, in one transaction with the look whether the tenant is served at all. */
    private Optional<Client> served(TenantId tenant, Supplier<Optional<Client>> found) {
        return database.call(
                tenant, () -> isServed(tenant) ? found.get() : Optional.<Client>empty());
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
