package za.co.spikedata.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.signing.Signatures;
import za.co.spikedata.web.OnApiHosts;

/** Tells programs where tokens are made and how they are verified (RFC 8414). */
@Controller
@OnApiHosts
class TokenServerApi {
    private static final String KEYS = "/.well-known/jwks.json";

    private final AccessTokens tokens;
    private final Signatures signatures;

    TokenServerApi(AccessTokens tokens, Signatures signatures) {
        this.tokens = tokens;
        this.signatures = signatures;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    ResponseEntity<byte[]> describe() {
        var here = tokens.server();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("issuer", here);
        fields.put("token_endpoint", here + TokenEndpoint.PATH);
        fields.put("jwks_uri", here + KEYS);
        fields.put("scopes_supported", Arrays.stream(Scope.values()).map(Scope::word).toList());
        fields.put("response_types_supported", List.of());
        fields.put("grant_types_supported", List.of("client_credentials"));
        fields.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"));
        fields.put("service_documentation", here + "/v7/openapi.json");
        return json(JsonMapper.shared().writeValueAsBytes(fields));
    }

    @GetMapping(KEYS)
    ResponseEntity<byte[]> keys() {
        return json(signatures.published().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
