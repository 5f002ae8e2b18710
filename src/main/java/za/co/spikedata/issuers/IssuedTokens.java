package za.co.spikedata.issuers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Feature;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/**
 * Access tokens that a tenant's own provider made for its programs. Each request looks the provider
 * up, so that one that was taken away opens nothing from that moment.
 */
@Component
public class IssuedTokens {
    /** A program's token is a short thing; one that lasts cannot be taken back. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** RFC 9068's type, and what providers write that do not know it. */
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt", "");

    private final IssuerTable issuers;
    private final Providers providers;
    private final Tenants tenants;
    private final Clock clock;

    IssuedTokens(IssuerTable issuers, Providers providers, Tenants tenants, Clock clock) {
        this.issuers = issuers;
        this.providers = providers;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * What a token opens.
     *
     * @param issuer under which everything its tokens do is counted
     * @param scope words with spaces between them
     */
    public record Access(TenantId tenant, UUID issuer, String scope) {}

    /** Empty unless it names a tenant and one of its providers, as they are now. */
    public Optional<ShownToken> shown(String compact) {
        return Signed.parse(compact)
                .filter(token -> TYPES.contains(token.type()))
                .flatMap(token -> tenant(token).flatMap(tenant -> shown(tenant, token)));
    }

    private Optional<ShownToken> shown(TenantId tenant, Signed token) {
        return token.unproven()
                .text("iss")
                .flatMap(url -> issuers.find(tenant, url))
                .filter(issuer -> issuer.audience().isPresent())
                .map(issuer -> new ShownToken(tenant, issuer, token));
    }

    /**
     * Empty unless its provider made it, for us, for now. Asks no provider: {@link #unasked} does,
     * before.
     */
    public Optional<Access> read(ShownToken shown) {
        return access(shown.tenant(), shown.issuer(), shown.token());
    }

    /**
     * Asks the provider that the token needs, which may take as long as two answers of a stranger's
     * server; empty where what is known of it is all there is to know for now.
     */
    public Optional<Runnable> unasked(ShownToken shown) {
        return providers.unasked(shown.tenant(), shown.issuer(), shown.token());
    }

    private Optional<TenantId> tenant(Signed token) {
        return token.unproven()
                .text("tenant")
                .filter(TenantId::isValid)
                .map(TenantId::new)
                .flatMap(tenants::find)
                .map(Brand::tenant)
                .filter(Tenant::isPortal)
                .filter(tenant -> tenant.offers(Feature.SIGN_IN_PROVIDERS))
                .map(Tenant::id);
    }

    private Optional<Access> access(TenantId tenant, Issuer issuer, Signed token) {
        return issuer.audience()
                .flatMap(audience ->
                        providers
                                .proven(issuer, token)
                                .filter(claims -> isForUs(claims, audience))
                                .flatMap(claims -> claims.text("scope"))
                                .map(scope -> new Access(tenant, issuer.id(), scope)));
    }

    /** For us alone: a token with other readers could have been brought by one of them. */
    private boolean isForUs(Claims claims, String audience) {
        return claims.texts("aud").equals(List.of(audience))
                && claims.text("sub").isPresent()
                && claims.isForNow(clock.instant(), LONGEST);
    }

    /** How providers are called, for lists of what was used. */
    public Optional<String> name(TenantId tenant, UUID issuer) {
        return issuers.find(tenant, issuer).map(Issuer::name);
    }
}
