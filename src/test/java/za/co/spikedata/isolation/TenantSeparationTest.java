package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.audit.Audit;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** Two tenants side by side: what one does is nowhere in what the other is told. */
@PortalTest
class TenantSeparationTest {
    private static final TenantId SPIKE = new TenantId("spike");
    private static final TenantId ACME = new TenantId("acme");

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Audit audit;

    private String canary;
    private String email;
    private Browserless mine;
    private Browserless theirs;

    @BeforeEach
    void arrive() {
        canary = "canary" + UUID.randomUUID().toString().replace("-", "");
        email = canary + "@example.com";
        people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        mine = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
        var other = "other-" + UUID.randomUUID() + "@example.com";
        people.add(ACME, other, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        theirs = new Browserless(port, "acme.localhost").signIn(other, PortalTest.PASSWORD);
    }

    @Test
    @DisplayName("TEN-06 another tenant's data moves no answer: byte-equal with and without")
    void isMovedByNothingOfAnothers() {
        audit.record(SPIKE, "somebody", "thing.compared", "mine");
        var pages = pages(sample(mine));
        answers(pages); // to export the trail is in the trail, and once there it can be chosen
        var before = answers(pages);
        assertThat(answers(pages)).as("without anything in between").isEqualTo(before);

        people.add(ACME, email, "three other words here", Person.Role.MEMBER);
        theirs.post("/people", Map.of("email", "new-" + email, "role", "MEMBER"));
        audit.record(ACME, "somebody", "thing.compared", "theirs");
        sample(theirs);
        new Browserless(port, "acme.localhost").givePassword(email, "a wrong one");

        assertThat(answers(pages)).isEqualTo(before);
        assertThat(Browserless.location(invite(mine, "new-" + email)))
                .as("an address of another tenant is as free as any")
                .endsWith("notice=invited");
    }

    @Test
    @DisplayName("TEN-07 what one tenant warmed is not what the next one gets")
    void warmsNothingForOthers() {
        var pages = pages(sample(mine));
        var warm = new ArrayList<HttpResponse<String>>();
        pages.forEach(page -> warm.add(mine.get(page)));

        for (var answer : warm) {
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .as(answer.uri().getPath())
                    .contains("no-store");
        }
        for (var page : pages) {
            var asked =
                    theirs.send(
                            theirs.request(page)
                                    .header("X-Forwarded-Host", "app.localhost")
                                    .header("X-Original-URL", "/profile")
                                    .header("CDN-Loop", "cache")
                                    .header("If-None-Match", "*")
                                    .GET());
            assertThat(asked.body()).as(page).doesNotContain(canary).doesNotContain("Spike Portal");
        }
    }

    @Test
    @DisplayName("TEN-09 mail tells only of the tenant it comes from")
    void sendsMailOfOneTenant() {
        invite(mine, "mine-" + email);
        invite(theirs, "theirs-" + email);

        assertThat(MailServer.await("mine-" + email, "Your invitation to Spike Portal"))
                .contains("https://app.localhost")
                .doesNotContainIgnoringCase("acme");
        assertThat(MailServer.await("theirs-" + email, "Your invitation to Acme Home Loans"))
                .contains("https://acme.localhost")
                .doesNotContain("Spike", "app.localhost");
    }

    @Test
    @DisplayName("TEN-15 one e-mail and one file in two tenants are two of each")
    void keepsTwinsApart() {
        people.add(ACME, email, "three other words here", Person.Role.MEMBER);
        var twin = new Browserless(port, "acme.localhost");
        assertThat(Browserless.location(twin.givePassword(email, PortalTest.PASSWORD)))
                .endsWith("?failed");
        twin.signIn(email, "three other words here");

        var first = mine.post("/statements/sample", Map.of("kind", "proven"));
        var second = twin.post("/statements/sample", Map.of("kind", "proven"));

        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        var here = Browserless.location(first).replaceAll("^https?://[^/]+", "");
        var there = Browserless.location(second).replaceAll("^https?://[^/]+", "");
        assertThat(there).isNotEqualTo(here);
        assertThat(twin.get(here).statusCode()).isEqualTo(404);
        mine.post(here + "/delete", Map.of());
        assertThat(mine.get(here).statusCode()).isEqualTo(404);
        awaitRead(twin, there);
        assertThat(twin.get(there).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> invite(Browserless administrator, String whom) {
        return administrator.post("/people", Map.of("email", whom, "role", "MEMBER"));
    }

    private static List<String> pages(String document) {
        return List.of(
                "/profile",
                "/people",
                "/statements",
                "/statements?show=proven&page=2",
                document,
                document + "?q=a&sort=amount",
                document + "/progress",
                document + "/download.csv",
                document + "/download.json",
                "/audit?action=thing.compared",
                "/audit/export.json?action=thing.compared",
                "/audit/export.csv?action=thing.compared",
                "/statements/" + UUID.randomUUID(),
                "/people/" + UUID.randomUUID(),
                "/tenants");
    }

    /** Everything but the moment, the request's name and what protects forms. */
    private Map<String, String> answers(List<String> pages) {
        var answers = new LinkedHashMap<String, String>();
        for (var page : pages) {
            var response = mine.get(page);
            var headers = new LinkedHashMap<>(response.headers().map());
            List.of("date", "set-cookie", "content-length", "x-request-id")
                    .forEach(headers::remove);
            var request = response.headers().firstValue("X-Request-Id").orElseThrow();
            answers.put(
                    page,
                    response.statusCode()
                            + " "
                            + headers
                            + " "
                            + response.body()
                                    .replace(request, "REQUEST")
                                    .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1"));
        }
        return answers;
    }

    private static String sample(Browserless who) {
        var taken = who.post("/statements/sample", Map.of("kind", "proven"));
        var page = Browserless.location(taken).replaceAll("^https?://[^/]+", "");
        awaitRead(who, page);
        return page;
    }

    private static void awaitRead(Browserless who, String page) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (who.get(page + "/download.csv").statusCode() != 200) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Expected the sample to be read");
            }
            Thread.onSpinWait();
        }
    }
}
