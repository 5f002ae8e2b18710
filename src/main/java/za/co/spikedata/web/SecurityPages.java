package za.co.spikedata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import za.co.spikedata.posture.Fact;
import za.co.spikedata.posture.SecurityFacts;
import za.co.spikedata.tenancy.Origins;
import za.co.spikedata.tenancy.Tenant;

/** How people's data is kept, told by the parts that keep it; and whom to tell of a weakness. */
@Controller
class SecurityPages {
    /** RFC 9116 asks for less than a year. */
    private static final Duration CONTACT_HOLDS = Duration.ofDays(180);

    private static final MediaType CYCLONE_DX =
            MediaType.parseMediaType("application/vnd.cyclonedx+json");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String PROTOCOL = "org.apache.tomcat.util.net.secure_protocol_version";
    private static final List<String> HEADERS =
            List.of(
                    "Strict-Transport-Security",
                    "Content-Security-Policy",
                    "X-Frame-Options",
                    "X-Content-Type-Options",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Embedder-Policy",
                    "Cross-Origin-Resource-Policy");

    private final List<SecurityFacts> parts;
    private final ServedProtocols protocols;
    private final Origins origins;
    private final Clock clock;

    SecurityPages(
            List<SecurityFacts> parts, ServedProtocols protocols, Origins origins, Clock clock) {
        this.parts = parts;
        this.protocols = protocols;
        this.origins = origins;
        this.clock = clock;
    }

    /** The facts about one thing. */
    record Chapter(Fact.Topic topic, List<Fact> facts) {}

    /** A header as this very page carries it. */
    record Header(String name, String value) {}

    @GetMapping("/security")
    String security(
            Tenant tenant, HttpServletRequest request, HttpServletResponse response, Model model) {
        var facts = new ArrayList<Fact>();
        facts.addAll(connection(request));
        facts.add(Fact.of(Fact.Topic.SIGN_IN, "sessions", SessionConfiguration.IDLE_SECONDS / 60));
        parts.forEach(part -> facts.addAll(part.of(tenant)));
        model.addAttribute(
                "chapters",
                Arrays.stream(Fact.Topic.values())
                        .map(topic ->
                                new Chapter(
                                        topic,
                                        facts.stream()
                                                .filter(fact -> fact.topic() == topic)
                                                .toList()))
                        .filter(chapter -> !chapter.facts().isEmpty())
                        .toList());
        model.addAttribute(
                "headers",
                HEADERS.stream()
                        .filter(name -> response.getHeader(name) != null)
                        .map(name ->
                                new Header(name, Objects.requireNonNull(response.getHeader(name))))
                        .toList());
        return "web/security";
    }

    private List<Fact> connection(HttpServletRequest request) {
        if (request.getAttribute(PROTOCOL) instanceof String protocol) {
            return List.of(
                    Fact.of(Fact.Topic.CONNECTION, "now", protocol),
                    Fact.of(
                            Fact.Topic.CONNECTION,
                            "protocols",
                            String.join(", ", protocols.enabled())));
        }
        return List.of(Fact.of(Fact.Topic.CONNECTION, request.isSecure() ? "in-front" : "open"));
    }

    /** RFC 9116; made anew each time, so that it never expires while the portal runs. */
    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> contact(Tenant tenant) {
        var expires = clock.instant().plus(CONTACT_HOLDS).truncatedTo(ChronoUnit.DAYS);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(
                        """
                        Contact: mailto:%s
                        Expires: %s
                        Preferred-Languages: %s
                        Canonical: %s
                        Policy: %s
                        """
                                .formatted(
                                        tenant.supportEmail(),
                                        expires,
                                        String.join(", ", tenant.languages()),
                                        origins.url(tenant, "/.well-known/security.txt"),
                                        origins.url(tenant, "/security")));
    }

    /** Every library of this build; for those in charge, since versions help whoever attacks. */
    @GetMapping("/security/sbom.json")
    ResponseEntity<String> parts() {
        return PartsList.read()
                .map(list -> ResponseEntity.ok().contentType(CYCLONE_DX).body(list))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
