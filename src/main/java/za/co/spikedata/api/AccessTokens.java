package za.co.spikedata.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
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
    record Claims(TenantId tenant, UUID credential, Proof proof) {}

    /** Why a token stands for its credential. */
    sealed interface Proof {
        /** It carries the credential's secret. */
        record Held(Secret secret) implements Proof {}

        /** A client was given it for its secret, to do this much. */
        record Given(Set<Scope> scopes) implements Proof {
            public Given {
                scopes = Set.copyOf(scopes);
            }
        }
    }

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

    /** Of a client, between these times. */
    String sign(Client client, Set<Scope> scopes, UUID id, Instant from, Instant until) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", server());
        claims.put("tenant", client.tenant().value());
        claims.put("sub", client.credential().toString());
        claims.put("client_id", client.credential().toString());
        claims.put("aud", AUDIENCE);
        claims.put("scope", Scope.text(scopes));
        claims.put("jti", id.toString());
        claims.put("iat", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
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
            return json.has("client_id")
                    ? given(json)
                    : text(json, "iss").flatMap(this::tenant).flatMap(tenant -> held(tenant, json));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Claims> held(TenantId tenant, JsonNode json) {
        return Secret.of(text(json, "apikey").orElse(null), text(json, "userkey").orElse(null))
                .flatMap(secret ->
                        text(json, "tokenId")
                                .map(UUID::fromString)
                                .map(id -> new Claims(tenant, id, new Proof.Held(secret))));
    }

    private Optional<Claims> given(JsonNode json) {
        return text(json, "iss")
                .filter(server()::equals)
                .flatMap(_ -> text(json, "tenant"))
                .map(TenantId::new)
                .flatMap(tenant -> given(tenant, json));
    }

    private static Optional<Claims> given(TenantId tenant, JsonNode json) {
        var client =
                text(json, "client_id").filter(id -> text(json, "sub").equals(Optional.of(id)));
        return text(json, "jti").map(UUID::fromString).isEmpty()
                ? Optional.empty()
                : client.map(UUID::fromString)
                        .flatMap(id ->
                                text(json, "scope")
                                        .map(Scope::parse)
                                        .map(scopes ->
                                                new Claims(tenant, id, new Proof.Given(scopes))));
    }

    private static boolean isBegun(long start, long now) {
        return start <= now + SKEW.toSeconds();
    }

    /** Whichever of its hosts came first when the token was signed. */
    private Optional<TenantId> tenant(String issuer) {
        return host(issuer)
                .filter(host -> (origins.of(host) + "/").equals(issuer))
                .flatMap(host ->
                        tenants.findByHost(host)
                                .map(Brand::tenant)
                                .filter(tenant -> tenant.allHosts().contains(host)))
                .map(Tenant::id);
    }

    private static Optional<String> host(String issuer) {
        try {
            return Optional.ofNullable(new URI(issuer).getHost());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** As the server that gives tokens to clients calls itself (RFC 8414). */
    String server() {
        return tenants.all().stream()
                .map(Brand::tenant)
                .filter(Tenant::isApi)
                .findFirst()
                .map(api -> origins.url(api, ""))
                .orElseThrow();
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
