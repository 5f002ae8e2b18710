package za.co.spikedata.api;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.signing.TokenKeys;
import za.co.spikedata.tenancy.Brand;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

/** Signed access tokens: what they claim when they are made and when they come back. */
@Component
class AccessTokens {
    private static final String AUDIENCE = "spike-api-audience";

    /** How far clocks of nodes may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final TokenKeys keys;
    private final Tenants tenants;
    private final Origins origins;
    private final Clock clock;

    AccessTokens(TokenKeys keys, Tenants tenants, Origins origins, Clock clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.origins = origins;
        this.clock = clock;
    }

    /** What a token says of whoever sends it. */
    record Claims(TenantId tenant, UUID credential, Secret secret) {}

    String sign(Tenant tenant, Credential credential, Secret secret) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("scope", Scope.text(credential.scopes()));
        claims.put("apikey", secret.apiKey().toString());
        claims.put("userkey", secret.userKey().toString());
        claims.put("tokenId", credential.id().toString());
        claims.put("iat", credential.createdAt().getEpochSecond());
        claims.put("exp", credential.expiresAt().orElseThrow().getEpochSecond());
        claims.put("aud", AUDIENCE);
        claims.put("iss", issuer(tenant));
        return keys.sign(STRICT.writeValueAsString(claims));
    }

    /** Empty unless it was signed here, for this service, by a tenant that is served, for now. */
    Optional<Claims> read(String compact) {
        return keys.verified(compact).flatMap(this::claims);
    }

    private Optional<Claims> claims(String text) {
        try {
            var json = STRICT.readTree(text);
            long now = clock.instant().getEpochSecond();
            boolean isForNow =
                    whole(json, "exp").filter(end -> end > now).isPresent()
                            && whole(json, "iat").filter(start -> isBegun(start, now)).isPresent()
                            && (!json.has("nbf")
                                    || whole(json, "nbf")
                                            .filter(start -> isBegun(start, now))
                                            .isPresent());
            if (!isForNow || text(json, "aud").filter(AUDIENCE::equals).isEmpty()) {
                return Optional.empty();
            }
            var secret =
                    Secret.of(
                            text(json, "apikey").orElse(null), text(json, "userkey").orElse(null));
            var id = text(json, "tokenId").map(UUID::fromString);
            return text(json, "iss")
                    .flatMap(this::tenant)
                    .filter(_ -> secret.isPresent() && id.isPresent())
                    .map(tenant -> new Claims(tenant, id.orElseThrow(), secret.orElseThrow()));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isBegun(long start, long now) {
        return start <= now + SKEW.toSeconds();
    }

    private Optional<TenantId> tenant(String issuer) {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(tenant -> issuer(tenant).equals(issuer))
                .map(Tenant::id)
                .findFirst();
    }

    private String issuer(Tenant tenant) {
        return origins.url(tenant, "/");
    }

    private static Optional<Long> whole(JsonNode json, String name) {
        @Nullable JsonNode node = json.get(name);
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? Optional.of(node.longValue())
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String name) {
        @Nullable JsonNode node = json.get(name);
        return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
