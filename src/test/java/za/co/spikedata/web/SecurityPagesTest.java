package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import za.co.spikedata.audit.AuditTrail;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

@PortalTest
class SecurityPagesTest {
    @LocalServerPort private int port;
    @Autowired private AuditTrail trail;
    @Autowired private People people;

    @ParameterizedTest
    @ValueSource(strings = {"app.localhost", "acme.localhost", "admin.localhost"})
    void tellsEverybodyHowDataIsKept(String host) {
        var page = new Browserless(port, host).page("/security");

        assertThat(page.select("h2").eachText())
                .contains("On the way", "Signing in", "At rest", "How long", "Audit trail");
        assertThat(page.text())
                .contains(
                        "AES-256-GCM", "64 MiB, 2 passes", "a second factor", "10 wrong passwords")
                .doesNotContain("??", "{0");
    }

    @Test
    void tellsTheHeadersItWasSentWith() {
        HttpResponse<String> answer = new Browserless(port, "app.localhost").get("/security");
        var page = org.jsoup.Jsoup.parse(answer.body());

        assertThat(page.select("dl.told dt").eachText()).contains("Content-Security-Policy");
        for (var name : page.select("dl.told dt")) {
            assertThat(answer.headers().firstValue(name.text()))
                    .hasValue(name.nextElementSibling().text());
        }
    }

    @Test
    void tellsWhenTheTrailWasVerified() {
        trail.verify(new TenantId("acme"));

        assertThat(new Browserless(port, "acme.localhost").page("/security").text())
                .contains("The whole trail was last verified on", "nothing was edited");
    }

    @ParameterizedTest
    @CsvSource({
        "app.localhost, support@localhost",
        "acme.localhost, homeloans@acme.localhost",
        "admin.localhost, support@localhost"
    })
    void namesWhomToTellOfAWeakness(String host, String address) {
        var answer = new Browserless(port, host).get("/.well-known/security.txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(answer.body())
                .contains("Contact: mailto:" + address + "\n")
                .contains(
                        "Canonical: https://" + host + ":" + port + "/.well-known/security.txt\n",
                        "Policy: https://" + host + ":" + port + "/security\n");
        var expires =
                Pattern.compile("^Expires: (\\S+)$", Pattern.MULTILINE).matcher(answer.body());
        assertThat(expires.find()).isTrue();
        var now = Instant.now(Clock.systemUTC());
        assertThat(Instant.parse(expires.group(1)))
                .isBetween(now.plus(Duration.ofDays(30)), now.plus(Duration.ofDays(365)));
    }

    @Test
    @DisplayName("AUZ-02 gives the list of libraries to those in charge alone")
    void givesTheListOfLibraries() throws Exception {
        var email = "parts-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("spike"), email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        var administrator =
                new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);

        var list = JsonMapper.shared().readTree(administrator.get("/security/sbom.json").body());

        assertThat(list.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(list.at("/metadata/component/name").asString()).isEqualTo("portal");
        assertThat(list.at("/dependencies/0/ref").asString()).isEqualTo("portal");
        assertThat(list.at("/dependencies/0/dependsOn")).isNotEmpty();
        assertThat(list.get("components").valueStream().map(each -> each.get("name").asString()))
                .contains("spring-security-web", "pdfbox")
                .doesNotContain("archunit-junit5");
        assertThat(
                        new Browserless(port, "app.localhost")
                                .signIn()
                                .get("/security/sbom.json")
                                .statusCode())
                .isEqualTo(404);
        assertThat(new Browserless(port, "app.localhost").get("/security/sbom.json").statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest(name = "NET-13 LOG-07 serves nothing at {0}")
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/sbom"
            })
    void servesNothingOfItsInsides(String path) {
        for (var host : new String[] {"app.localhost", "admin.localhost"}) {
            assertThat(new Browserless(port, host).signIn().get(path).statusCode()).isEqualTo(404);
        }
    }
}
