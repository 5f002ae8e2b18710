package za.co.spikedata.domains;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import za.co.spikedata.tenancy.Tenant;

/** What an authority of certificates looks for on a host (RFC 8555, HTTP-01). */
@Controller
class ChallengePages {
    private final ClaimTable claims;

    ChallengePages(ClaimTable claims) {
        this.claims = claims;
    }

    @GetMapping("/.well-known/acme-challenge/{token}")
    ResponseEntity<String> answer(
            Tenant tenant, HttpServletRequest request, @PathVariable String token) {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        return claims.answer(tenant.id(), host, token)
                .map(text -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
