package za.co.spikedata.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.NameServer;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;
import za.co.spikedata.tenancy.Tenants;

@PortalTest
class DomainPagesTest {
    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private AuditTrail trail;
    @Autowired private ClaimTable claims;
    @Autowired private CertificateNotices notices;
    @Autowired private Proofs proofs;
    @Autowired private Tenants tenants;
    @Autowired private DomainCertificates certificates;

    private TenantId tenant;
    private String platform;
    private String own;
    private String boss;
    private Browserless administrator;

    @BeforeEach
    void bringAHost() {
        var created = create();
        tenant = created.id();
        platform = created.host();
        own = "statements." + tenant.value() + ".example";
        administrator = administrator(created);
        administrator.post("/domains", Map.of("host", own));
    }

    @Test
    void servesAHostOnceDnsProvesItAndNotBefore() {
        assertThat(new Browserless(port, own).get("/sign-in").statusCode()).isNotEqualTo(200);
        assertThat(look()).endsWith("NOT_YET");
        NameServer.say("_portal-challenge." + own, "portal-verification=guess");
        assertThat(look()).endsWith("NOT_YET");
        NameServer.fail("_portal-challenge." + own);
        assertThat(look()).endsWith("NO_ANSWER");
        assertThat(new Browserless(port, own).get("/sign-in").statusCode()).isNotEqualTo(200);

        prove();

        assertThat(title(own)).isEqualTo(title(platform));
        assertThat(row(own)).contains("Served", "None brought yet");
        assertThat(trail.actions(tenant)).contains("domain.claimed", "domain.proven");
    }

    @Test
    void sendsPeopleOnFromAHostThatIsNoLongerToBeSeen() {
        prove();
        sendOn();

        var answer = new Browserless(port, platform).get("/verify?x=1");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(Browserless.location(answer))
                .isEqualTo("https://" + own + ":" + port + "/verify?x=1");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(title(own)).endsWith("Some Lenders");
    }

    @Test
    void sendsNobodyToAHostThatWasNotSeenToWork() {
        prove();
        var first = "/domains/" + own + "/first";
        assertThat(Browserless.location(administrator.post(first, Map.of()))).endsWith("NOT_SEEN");
        assertThat(Browserless.location(atOwnHost().post(first, Map.of()))).endsWith("CHANGED");
        var path = "/domains/" + platform + "/forward";

        assertThat(Browserless.location(administrator.post(path, Map.of()))).endsWith("NOT_SEEN");

        assertThat(title(platform)).endsWith("Some Lenders");
        assertThat(Browserless.location(atOwnHost().post(path, Map.of()))).endsWith("CHANGED");
    }

    @Test
    void leavesAdministratorsAWayBackOnThePlatformsHost() {
        prove();
        sendOn();
        var locked = new Browserless(port, platform);
        assertThat(locked.get("/sign-in").statusCode()).isEqualTo(308);

        assertThat(Browserless.location(locked.get("/domains"))).endsWith("/sign-in");
        assertThat(locked.get("/sign-in").statusCode()).isEqualTo(200);
        var back = new Browserless(port, platform);
        back.carry(administrator.cookies());
        assertThat(back.page("/domains").text()).contains(platform);
        back.post("/domains/" + platform + "/serve", Map.of());

        assertThat(title(platform)).endsWith("Some Lenders");
    }

    @Test
    void keepsACertificateThatWasBroughtWhileAnotherWasOrdered() throws IOException {
        prove();
        var brought = new TestAuthority().issue(own, "EC", Instant.now());
        var ordered = new TestAuthority().issue(own, "EC", Instant.now());
        certify(own, brought);

        var late = CertificateReader.read(ordered.chain(), ordered.key(), own, Instant.now());
        certificates.keep(
                tenant,
                "authority",
                own,
                ((CertificateReader.Outcome.Fit) late).certificate(),
                Instant.now());

        assertThat(row(own)).contains("Yours, until");
        assertThat(shown(own))
                .isEqualTo(CertificateReader.certificates(brought.chain()).getFirst());
    }

    @Test
    void ordersACertificateOnceEveryNodeServesTheHost() {
        var now = Instant.now();
        prove();

        assertThat(claims.takeDue(tenant, now.plus(Domains.UNTIL_SERVED).minusSeconds(1), now))
                .isEmpty();
        assertThat(claims.takeDue(tenant, Instant.now().plus(Domains.UNTIL_SERVED), now))
                .contains(own);
    }

    @Test
    void showsTheCertificateThatWasBrought() throws IOException {
        prove();
        var issued = new TestAuthority().issue(own, "EC", Instant.now());

        var answer = certify(own, issued);

        assertThat(Browserless.location(answer)).endsWith("CERTIFIED");
        assertThat(shown(own).getIssuerX500Principal().getName()).isEqualTo("CN=Authority");
        assertThat(shown(platform).getIssuerX500Principal().getName()).isNotEqualTo("CN=Authority");
        assertThat(row(own)).contains("Yours, until");
    }

    @Test
    void tellsAdministratorsBeforeACertificateTheyBroughtEnds() {
        prove();
        certify(own, new TestAuthority().issue(own, "EC", Instant.now()));
        var served = tenants.find(tenant).orElseThrow().tenant();
        var until = claims.find(tenant, own).orElseThrow().certificateUntil().orElseThrow();
        var subject = "The certificate of " + own + " ends soon";

        notices.look(served, until.minus(Duration.ofDays(31)));
        assertThat(claims.warn(tenant, own, 31)).as("nobody was told yet").isTrue();
        for (int days : List.of(29, 28, 6, 5, 1, 0)) {
            notices.look(served, until.minus(Duration.ofDays(days)));
        }

        assertThat(MailServer.await(boss, subject)).contains("/domains");
        assertThat(claims.warn(tenant, own, 1)).as("told of the last day").isFalse();
    }

    @Test
    void tellsAdministratorsOnceDnsNoLongerProvesAHostWhichIsServedAllTheSame() {
        prove();
        var record = "_portal-challenge." + own;
        var served = tenants.find(tenant).orElseThrow().tenant();
        var now = Instant.now();
        for (int hours = 1; hours < 9; hours++) {
            NameServer.fail(record);
            proofs.look(served, now.plus(Duration.ofHours(hours * 13)));
        }
        assertThat(doubted()).as("nobody answered").isEmpty();

        NameServer.say(record, "portal-verification=gone");
        var later = now.plus(Duration.ofDays(9));
        for (int hours = 0; hours < 2; hours++) {
            proofs.look(served, later.plus(Duration.ofHours(hours)));
            proofs.look(served, later.plus(Duration.ofHours(hours)).plusSeconds(1));
        }
        assertThat(doubted()).as("twice may be an accident").isEmpty();
        proofs.look(served, later.plus(Duration.ofHours(2)));

        assertThat(MailServer.await(boss, "DNS no longer proves " + own))
                .contains(record, "/domains");
        assertThat(doubted()).contains(record);
        assertThat(trail.actions(tenant)).contains("domain.doubted");
        assertThat(title(own)).as("it goes on").endsWith("Some Lenders");

        NameServer.say(record, claims.find(tenant, own).orElseThrow().recordValue());
        proofs.look(served, later.plus(Duration.ofHours(3)));
        assertThat(doubted()).isEmpty();
    }

    @Test
    void looksAgainAtOnceWhereAnAdministratorSaysThatDnsWasPutRight() {
        prove();
        var record = "_portal-challenge." + own;
        var served = tenants.find(tenant).orElseThrow().tenant();
        NameServer.say(record, "portal-verification=gone");
        for (int days = 1; days <= Claim.MISSES; days++) {
            proofs.look(served, Instant.now().plus(Duration.ofDays(days)));
        }
        assertThat(doubted()).contains(record);

        assertThat(look()).endsWith("NOT_YET");
        assertThat(claims.find(tenant, own).orElseThrow().misses()).isEqualTo(Claim.MISSES);
        NameServer.fail(record);
        assertThat(look()).endsWith("NO_ANSWER");
        NameServer.say(record, claims.find(tenant, own).orElseThrow().recordValue());

        assertThat(look()).endsWith("HELD");
        assertThat(doubted()).isEmpty();
    }

    @Test
    void tellsWhyACertificateIsNotTaken() {
        prove();
        var issued = new TestAuthority().issue("other.example", "RSA 2048", Instant.now());

        var page = certify(own, issued).body();

        assertThat(page).contains("does not name this address", "weaker than RSA 3072");
        assertThat(page).as("no key comes back").doesNotContain("PRIVATE KEY");
        assertThat(row(own)).contains("None brought yet");
    }

    @Test
    void bringsACertificateForAProvenHostOnly() {
        var issued = new TestAuthority().issue(own, "EC", Instant.now());

        assertThat(certify(own, issued).statusCode()).isEqualTo(404);
        assertThat(certify(platform, issued).statusCode()).isEqualTo(404);
    }

    @Test
    void servesAHostForOneTenantOnly() {
        prove();
        var other = administrator(create());

        assertThat(Browserless.refusal(other.post("/domains", Map.of("host", own))))
                .startsWith("This address is served already");
    }

    @Test
    void servesWhoeverProvesFirstWhereTwoClaim() {
        var rival = administrator(create());
        rival.post("/domains", Map.of("host", own));
        var record = rival.page("/domains").select("dl code").eachText();
        prove();
        NameServer.say(record.get(1), record.get(2));

        var answer = rival.post("/domains/" + own + "/look", Map.of());

        assertThat(Browserless.location(answer)).endsWith("TAKEN");
        assertThat(administrator.page("/domains").text()).contains(own);
    }

    @Test
    void forgetsAHostAfterItIsTypedAgain() {
        prove();
        var path = "/domains/" + own + "/remove";
        assertThat(Browserless.location(administrator.post(path, Map.of("typed", "x"))))
                .endsWith("NOT_TYPED");
        assertThat(title(own)).endsWith("Some Lenders");

        administrator.post(path, Map.of("typed", own));

        assertThat(new Browserless(port, own).get("/sign-in").statusCode()).isNotEqualTo(200);
        assertThat(administrator.page("/domains").text()).doesNotContain(own);
        assertThat(title(platform)).endsWith("Some Lenders");
    }

    @Test
    void givesAwayNothingOfThePlatformsOwn() {
        for (var ours : List.of("app.localhost", "x.app.localhost")) {
            assertThat(Browserless.refusal(claim(ours))).contains("given by its operators");
        }
        var numbers = claim("192.0.2.7");
        assertThat(Browserless.refusal(numbers)).startsWith("That is not an address");
        assertThat(Jsoup.parse(numbers.body()).select("#host").val()).isEqualTo("192.0.2.7");
        for (int i = 0; i < 19; i++) {
            claim("a" + i + "." + own);
        }
        assertThat(Browserless.refusal(claim("more." + own))).startsWith("Twenty addresses");
    }

    private String doubted() {
        return administrator.page("/domains").select("tbody th .line").text();
    }

    private NewTenant create() {
        var typed = NewTenant.typed(NewTenant.name("do"));
        typed.put("theme", "base");
        return NewTenant.create(new Browserless(port, "admin.localhost").signIn(), typed);
    }

    private Browserless administrator(NewTenant of) {
        boss = "boss-" + UUID.randomUUID() + "@example.com";
        return of.administrator(people, port, boss);
    }

    private void prove() {
        var record = administrator.page("/domains").select("dl code").eachText();
        assertThat(record.getFirst()).isEqualTo("TXT");
        NameServer.say(record.get(1), "v=spf1 -all", record.get(2));
        assertThat(look()).endsWith("PROVEN");
    }

    /** A session is the tenant's, on whichever of its hosts. */
    private Browserless atOwnHost() {
        var there = new Browserless(port, own);
        there.carry(administrator.cookies());
        return there;
    }

    private void sendOn() {
        atOwnHost().post("/domains/" + own + "/first", Map.of());
        atOwnHost().post("/domains/" + platform + "/forward", Map.of());
    }

    private String look() {
        return Browserless.location(administrator.post("/domains/" + own + "/look", Map.of()));
    }

    private HttpResponse<String> claim(String host) {
        return administrator.post("/domains", Map.of("host", host));
    }

    private HttpResponse<String> certify(String host, TestAuthority.Issued issued) {
        return administrator.post(
                "/domains/" + host + "/certificate",
                Map.of("chain", issued.chain(), "key", issued.key()));
    }

    private String row(String host) {
        return administrator.page("/domains").select("tbody tr:contains(" + host + ")").text();
    }

    private String title(String host) {
        return new Browserless(port, host).page("/sign-in").title();
    }

    private X509Certificate shown(String host) throws IOException {
        try (var socket =
                (SSLSocket)
                        AnyCertificate.context()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", port)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
