package za.co.spikedata.issuers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.vault.KeyRefused;
import za.co.spikedata.vault.TenantSecrets;
import za.co.spikedata.vault.Unsealable;

/** Sends people to a provider, and asks it what the code means that they come back with. */
@Component
class Codes {
    /** Nobody takes longer from the provider's page to ours. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Set<String> TYPES = Set.of("jwt", "");

    private final Providers providers;
    private final Errands errands;
    private final TenantSecrets secrets;
    private final Clock clock;

    Codes(Providers providers, Errands errands, TenantSecrets secrets, Clock clock) {
        this.providers = providers;
        this.errands = errands;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The provider's page, while the provider is there. */
    Optional<String> page(TenantId tenant, Issuer issuer, Journey journey, String back) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", issuer.clientId());
        asked.put("redirect_uri", back);
        asked.put("scope", "openid email");
        asked.put("state", journey.state());
        asked.put("nonce", journey.nonce());
        asked.put("code_challenge", journey.challenge());
        asked.put("code_challenge_method", "S256");
        if (journey.isAgain()) {
            asked.put("prompt", "login");
            asked.put("max_age", "0"); // makes auth_time a claim that must be there
        }
        return providers
                .find(tenant, issuer)
                .map(Provider::authorization)
                .map(page -> page + (page.contains("?") ? "&" : "?") + form(asked));
    }

    /** What the provider says of whoever brought the code; empty unless it all fits. */
    Optional<Claims> redeem(
            TenantId tenant, Issuer issuer, Journey journey, String code, String back) {
        return providers
                .find(tenant, issuer)
                .flatMap(provider -> ask(tenant, issuer, provider, journey, code, back))
                .flatMap(answer -> answer.text("id_token"))
                .flatMap(Signed::parse)
                .filter(token -> TYPES.contains(token.type()))
                .flatMap(token -> providers.proven(tenant, issuer, token))
                .filter(claims -> isOf(claims, issuer, journey));
    }

    private Optional<Claims> ask(
            TenantId tenant,
            Issuer issuer,
            Provider provider,
            Journey journey,
            String code,
            String back) {
        return secret(tenant, issuer)
                .flatMap(secret -> {
                    var form = new LinkedHashMap<String, String>();
                    form.put("grant_type", "authorization_code");
                    form.put("code", code);
                    form.put("redirect_uri", back);
                    form.put("code_verifier", journey.verifier());
                    var headers = new LinkedHashMap<String, String>();
                    headers.put("accept", "application/json");
                    headers.put("content-type", "application/x-www-form-urlencoded");
                    if (provider.isBasic()) {
                        headers.put("authorization", basic(issuer.clientId(), secret));
                    } else {
                        form.put("client_id", issuer.clientId());
                        form.put("client_secret", secret);
                    }
                    return errands.run(
                            tenant, errand -> errand.ask(provider.token(), headers, form(form)));
                })
                .map(Claims::new);
    }

    /** OpenID Connect Core 3.1.3.7: from it, for us and nobody else, for this journey, for now. */
    private boolean isOf(Claims claims, Issuer issuer, Journey journey) {
        return claims.text("iss").equals(Optional.of(issuer.url()))
                && claims.texts("aud").equals(List.of(issuer.clientId()))
                && (!claims.json().has("azp")
                        || claims.text("azp").equals(Optional.of(issuer.clientId())))
                && claims.text("nonce").equals(Optional.of(journey.nonce()))
                && claims.text("sub").isPresent()
                && claims.isForNow(clock.instant(), LONGEST);
    }

    private Optional<String> secret(TenantId tenant, Issuer issuer) {
        try {
            return Optional.of(
                    secrets.unsealText(
                            tenant, Issuer.secretContext(issuer.id()), issuer.sealedSecret()));
        } catch (Unsealable | KeyRefused broken) {
            return Optional.empty();
        }
    }

    private static String basic(String client, String secret) {
        var both = encoded(client) + ":" + encoded(secret);
        return "Basic "
                + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
