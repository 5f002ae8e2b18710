package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** What people type comes back as what they typed, wherever it is shown, and does nothing. */
@PortalTest
class CanaryTest {
    private static final TenantId SPIKE = new TenantId("spike");

    /** Means something in HTML, attributes, scripts, SQL, Thymeleaf and formats. */
    private static final String CANARY =
            "</td><script>x()</script><b id=canary>\"'&`\\ ' or 1=1 -- ${7777*7777} #{7777*7777}"
                    + " *{7777*7777} __${7777*7777}__::.x [[${7777*7777}]] {{7777*7777}} %s%n{0}";

    private static final String WORKED_OUT = "60481729";

    /** Long enough for a machine under load; a runaway takes minutes. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    @LocalServerPort private int port;
    @Autowired private People people;

    private Browserless person;

    @BeforeEach
    void signIn() {
        var email = "canary-" + UUID.randomUUID() + "@example.com";
        people.add(SPIKE, email, PortalTest.PASSWORD, Person.Role.ADMINISTRATOR);
        person = new Browserless(port, "app.localhost").signIn(email, PortalTest.PASSWORD);
    }

    @Test
    @DisplayName("INJ-01 a name that is markup, script and expression is shown as a name")
    void showsNamesAsNames() {
        person.post("/profile/name", Map.of("name", CANARY));

        var shown = person.page("/profile").select("input[name=name]").attr("value");
        assertThat(shown).isNotEmpty();
        assertThat(CANARY).startsWith(shown);
        for (var page : new String[] {"/profile", "/people"}) {
            assertInert(person.get(page).body(), page);
        }
        assertThat(person.page("/people").text()).contains("<script>x()</script>");
    }

    @Test
    @DisplayName("INJ-01 a file's name is shown, and sent back, as a name")
    void showsFileNamesAsNames() {
        var name = "a<script>x()<b id=canary>'&${7777*7777};.pdf";
        var page = new UploadForm(person).file(name, PaperStatement.plain()).sendAndFollow();
        UploadForm.await(() -> person.get(page + "/download.csv").statusCode() == 200);

        assertInert(person.get(page).body(), "its page");
        assertInert(person.get("/statements").body(), "the list");
        assertThat(person.page("/statements").text()).contains("a<script>x()");
        var header = person.get(page + "/download.csv").headers().allValues("Content-Disposition");
        assertThat(header).hasSize(1);
        assertThat(header.getFirst())
                .matches(
                        "attachment; filename=\"[^\"\\\\]*\";"
                                + " filename\\*=UTF-8\'\'[!-~&&[^<>\"]]+");
    }

    @Test
    @DisplayName("INJ-01 what is looked for comes back in its field")
    void showsSearchesAsTyped() {
        var statement =
                new UploadForm(person).file("m.pdf", PaperStatement.plain()).sendAndFollow();
        UploadForm.await(() -> person.get(statement + "/download.csv").statusCode() == 200);

        for (var place : new String[] {statement + "?q=", "/audit?person=", "/audit?action="}) {
            assertInert(person.get(place + encoded(CANARY)).body(), place);
        }
        assertThat(person.page(statement + "?q=" + encoded(".*+?([")).select("tbody tr td"))
                .as("no pattern, so no match")
                .hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Language", "User-Agent", "X-Request-Id", "Referer"})
    @DisplayName("INJ-01 headers are no expressions")
    void worksNoHeaderOut(String header) {
        var answer =
                person.send(person.request("/profile").header(header, "__${7777*7777}__::x").GET());

        assertInert(answer.body(), header);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void asksNobodyForWhatALogLineNames() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var bait = "${jndi:ldap://127.0.0.1:" + listener.getLocalPort() + "/x}";
            person.send(
                    person.request("/nothing-here")
                            .header("User-Agent", bait)
                            .header("X-Api-Version", bait)
                            .GET());
            person.givePassword(bait, bait);
            person.post("/profile/name", Map.of("name", bait));
            listener.setSoTimeout(200);

            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2147483648", "9223372036854775808", "-1", "1e400", "NaN", "", "%00", "١"})
    void takesAbsurdNumbersForTheFirst(String number) {
        for (var place :
                new String[] {
                    "/statements?page=", "/audit?page=", "/audit?from=", "/audit?to=",
                }) {
            assertThat(person.get(place + number).statusCode()).as(place).isIn(200, 400);
        }
    }

    @Test
    @DisplayName("INJ-03 NUL is refused before anybody looks it up")
    void refusesNul() {
        var nul = "x\u0000y";
        var stranger = new Browserless(port, "app.localhost");
        assertThat(stranger.givePassword(nul + "@example.com", "x").statusCode()).isEqualTo(400);
        assertThat(stranger.post("/reset", Map.of("email", nul)).statusCode()).isEqualTo(400);
        for (var path : new String[] {"/people", "/profile/name", "/profile/password"}) {
            var fields =
                    Map.of("email", nul, "name", nul, "password", nul, "role", nul, "fresh", nul);
            assertThat(person.post(path, fields).statusCode()).as(path).isEqualTo(400);
        }
        for (var path :
                new String[] {"/audit?person=a%00", "/audit?action=%00", "/people?notice=%00"}) {
            assertThat(person.get(path).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void takesNoFieldTwice() {
        var token = person.token();
        var twice = "email=twice%40example.com&role=MEMBER&role=ADMINISTRATOR";

        assertThat(person.postWith(token, "/people", twice).statusCode()).isEqualTo(404);
        assertThat(person.page("/people").text()).doesNotContain("twice@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@example.com\r\nBcc: y@example.com",
                "x@example.com,y@example.com",
                "x\u0007@example.com",
                "x\u200b@example.com",
                "<x@example.com>",
                "x y@example.com"
            })
    void invitesOneAddressAlone(String address) {
        var answer = person.post("/people", Map.of("email", address, "role", "MEMBER"));

        assertThat(Browserless.refusal(answer)).contains("Nobody was invited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/x-java-serialized-object",
                "application/xml"
            })
    void takesJsonForNothingElse(String type) {
        var answer =
                person.send(
                        person.request("/second-factor/enrol/passkey/options")
                                .header("Content-Type", type)
                                .header("X-CSRF-TOKEN", person.token())
                                .POST(BodyPublishers.ofString("{\"password\":\"x\"}")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{\"password\":{\"@class\":\"java.lang.Runtime\"}}",
                "{\"password\":[1]}",
                "{",
                "",
                "{\"password\":1} trailing"
            })
    void answersOddJsonKindly(String json) {
        var answer =
                person.send(
                        person.request("/second-factor/enrol/passkey/options")
                                .setHeader("Accept", "application/json")
                                .header("Content-Type", "application/json")
                                .header("X-CSRF-TOKEN", person.token())
                                .POST(BodyPublishers.ofString(json)));

        assertThat(answer.statusCode()).isIn(400, 403);
    }

    @Test
    void staysQuickHoweverLongTheText() {
        var long50k = "a".repeat(50_000) + "!";
        for (var fields :
                List.of(
                        Map.entry("/profile/name", Map.of("name", long50k)),
                        Map.entry("/people", Map.of("email", long50k + "@x", "role", "MEMBER")),
                        Map.entry("/reset", Map.of("email", long50k)),
                        Map.entry("/sign-in", Map.of("email", long50k, "password", "x")))) {
            long start = System.nanoTime();
            int status = person.post(fields.getKey(), fields.getValue()).statusCode();
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            assertThat(status).as(fields.getKey()).isLessThan(500);
        }
    }

    @Test
    void staysPlainWithACallback() {
        var plain = person.get("/audit/export.json?action=none.such").body();

        assertThat(person.get("/audit/export.json?action=none.such&callback=x&jsonp=x").body())
                .isEqualTo(plain);
    }

    @Test
    void givesEverybodyTheSameScript() {
        var scripts = person.page("/profile").select("script[src]").eachAttr("src");
        assertThat(scripts).isNotEmpty();
        for (var script : scripts) {
            assertThat(new Browserless(port, "acme.localhost").get(script).body())
                    .as(script)
                    .isEqualTo(person.get(script).body());
        }
    }

    @Test
    void asksForPasswordsAsManagersLike() {
        var stranger = new Browserless(port, "app.localhost");
        var signIn = stranger.page("/sign-in").select("input[name=password]");
        assertThat(signIn.attr("autocomplete")).isEqualTo("current-password");
        for (var page :
                List.of(
                        stranger.page("/sign-in"),
                        person.page("/profile"),
                        person.page("/people"))) {
            for (var field : page.select("input[name=password], input[name=fresh]")) {
                assertThat(field.attr("type")).isEqualTo("password");
                assertThat(field.attr("autocomplete")).endsWith("-password");
                assertThat(field.hasAttr("onpaste")).isFalse();
            }
            assertThat(page.text()).doesNotContainIgnoringCase("secret question", "expires in");
        }
    }

    @Test
    void offersSignOutEverywhere() {
        for (var path :
                new String[] {
                    "/statements", "/profile", "/people", "/audit", "/security", "/nothing-here"
                }) {
            assertThat(person.page(path).select("form[action$=/sign-out] button"))
                    .as(path)
                    .hasSize(1);
        }
    }

    @Test
    void keepsOneLineForEachEvent() {
        var name = "one\r\n2026-01-01 forged \u001b[31m\"line\"";
        person.post("/profile/name", Map.of("name", name));
        person.post("/sign-in", Map.of("email", name, "password", "x"));

        var export = person.get("/audit/export.csv?action=sign-in.failed").body();

        assertThat(export).doesNotContain("\u001b", "\r");
        assertThat(export.lines()).allMatch(line -> line.matches("seq,.*|\"\\d+\",.*"));
    }

    private static void assertInert(String body, String place) {
        var page = Jsoup.parse(body);
        assertThat(page.select("#canary")).as(place).isEmpty();
        assertThat(page.select("script:not([src])")).as(place).isEmpty();
        assertThat(body).as(place).doesNotContain(WORKED_OUT);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
