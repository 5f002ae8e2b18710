package za.co.spikedata.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import za.co.spikedata.support.NameServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class IssuingTest {
    private static final TenantId ACME = new TenantId("acme");

    @Autowired private ServletWebServerApplicationContext context;
    @Autowired private AuthorityKeys keys;
    @Autowired private ClaimTable claims;
    @Autowired private Domains domains;
    @Autowired private DomainCertificates certificates;
    @TempDir private Path folder;

    private String host;
    private Pebble pebble;

    @BeforeEach
    void proveAHost() throws Exception {
        host = "own-" + UUID.randomUUID() + ".example";
        domains.claim(ACME, "somebody", host);
        var claim = claims.find(ACME, host).orElseThrow();
        NameServer.say(claim.recordName(), claim.recordValue());
        assertThat(domains.look(ACME, claim)).isEqualTo(Domains.Outcome.PROVEN);
        pebble = new Pebble(folder, httpPort());
    }

    @AfterEach
    void forgetIt() throws Exception {
        pebble.close();
        domains.remove(ACME, "somebody", claims.find(ACME, host).orElseThrow(), "acme.localhost");
    }

    @Test
    void showsACertificateThatTheAuthorityIssued() throws Exception {
        NameServer.say(host);

        issuing(due()).issue(ACME);

        assertThat(claims.find(ACME, host).orElseThrow())
                .satisfies(claim -> {
                    assertThat(claim.fault()).isEmpty();
                    assertThat(claim.isIssued()).isTrue();
                    assertThat(claim.certificateUntil()).isPresent();
                });
        var shown = certificates.find(host).orElseThrow().chain();
        assertThat(shown.getFirst().getIssuerX500Principal().getName()).contains("Pebble");
        assertThat(claims.takeDue(ACME, Instant.now(), Instant.now()))
                .as("not ordered again before its time")
                .isNotEqualTo(Optional.of(host));
        var until = shown.getFirst().getNotAfter().toInstant();
        assertThat(claims.takeDue(ACME, until.minus(Duration.ofDays(1)), until)).contains(host);
    }

    @Test
    void tellsThatTheHostDoesNotLeadHere() throws Exception {
        issuing(due()).issue(ACME);

        assertThat(claims.find(ACME, host).orElseThrow().fault())
                .contains(Authority.Fault.NOT_REACHED);
        assertThat(certificates.find(host)).isEmpty();
        assertThat(claims.takeDue(ACME, Instant.now(), Instant.now()))
                .as("asked again in an hour")
                .isNotEqualTo(Optional.of(host));
    }

    @Test
    void tellsThatTheAuthorityIsAway() throws Exception {
        var settings = pebble.settings();
        pebble.close();

        issuing(new Authority(settings, keys), due()).issue(ACME);

        assertThat(claims.find(ACME, host).orElseThrow().fault()).contains(Authority.Fault.AWAY);
    }

    private Issuing issuing(Instant now) throws Exception {
        return issuing(new Authority(pebble.settings(), keys), now);
    }

    private Issuing issuing(Authority authority, Instant now) {
        return new Issuing(authority, claims, certificates, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Instant due() {
        return Instant.now().plus(Domains.UNTIL_SERVED);
    }

    private int httpPort() {
        return Arrays.stream(
                        ((TomcatWebServer) context.getWebServer())
                                .getTomcat()
                                .getService()
                                .findConnectors())
                .filter(connector -> !connector.getSecure())
                .findFirst()
                .orElseThrow()
                .getLocalPort();
    }
}
