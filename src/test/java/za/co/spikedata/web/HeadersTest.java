package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.Observatory;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;
import za.co.spikedata.web.door.SecurityHeaders;

@PortalTest
class HeadersTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> FILES =
            List.of(
                    "/portal.css",
                    "/upload.js",
                    "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                    "/nowhere.css",
                    "/.git/config",
                    "/.env",
                    "/actuator/health",
                    "/v3/api-docs",
                    "/h2-console",
                    "/backup.zip",
                    "/statements;a=b",
                    "//statements",
                    "/%2e%2e/etc");

    @LocalServerPort private int port;
    @Autowired private RequestMappingHandlerMapping mappings;

    @Test
    @DisplayName(
            "CKY-01 HDR-01 HDR-02 HDR-03 HDR-06 HDR-07 HDR-08 HDR-09 every route, by every method")
    void sweepsEveryRoute() {
        var signedIn = new Browserless(port, "app.localhost").signIn();
        var operator = new Browserless(port, "admin.localhost").signIn();
        var softly = new SoftAssertions();
        int asked = 0;
        for (var path : paths()) {
            for (var method : METHODS) {
                for (var who :
                        List.of(new Browserless(port, "acme.localhost"), signedIn, operator)) {
                    if (path.equals("/sign-out") && method.equals("POST")) {
                        continue;
                    }
                    var response =
                            who.send(who.request(path).method(method, BodyPublishers.noBody()));
                    check(softly, method + " " + path, response);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        softly.assertAll();
    }

    /** Pages whose address holds a key tell it to no page at all. */
    private static List<String> stricter(String name, String value) {
        return List.of(name.equals("Referrer-Policy") ? "no-referrer" : value);
    }

    private static void check(SoftAssertions softly, String what, HttpResponse<String> response) {
        SecurityHeaders.overTls()
                .forEach((name, value) -> {
                    if (!name.equals("Cache-Control")) {
                        softly.assertThat(response.headers().allValues(name))
                                .as(what + " " + name)
                                .isIn(List.of(value), stricter(name, value));
                    }
                });
        for (var told : List.of("Server", "X-Powered-By", "Via", "X-Application-Context")) {
            softly.assertThat(response.headers().allValues(told)).as(what).isEmpty();
        }
        if (!response.body().isEmpty()) {
            softly.assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .as(what)
                    .containsPattern(
                            "(?i)charset=utf-8|application/(pdf|json|zip|(schema|vnd.cyclonedx)\\+json)|image/png");
        }
        response.headers().allValues("Set-Cookie").forEach(cookie -> bound(softly, what, cookie));
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            softly.assertThat(inside(Jsoup.parse(response.body()))).as(what).isEmpty();
        }
        if (!what.matches("(GET|HEAD) .*(css|js|svg)")) {
            softly.assertThat(response.headers().allValues("Cache-Control"))
                    .as(what)
                    .containsExactly("no-store");
        }
        softly.assertThat(response.headers().allValues("X-XSS-Protection")).as(what).isEmpty();
        softly.assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
                .as(what)
                .isEmpty();
    }

    /** The server's own list, so that a new route is swept without anybody thinking of it. */
    private TreeSet<String> paths() {
        var paths = new TreeSet<>(FILES);
        for (var info : mappings.getHandlerMethods().keySet()) {
            for (var pattern : info.getPathPatternsCondition().getPatternValues()) {
                paths.add(
                        pattern.replaceAll("\\{format[^}]*}", "csv")
                                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
            }
        }
        return paths;
    }

    @Test
    @DisplayName("HDR-02 the policy")
    void saysAStrictPolicy() {
        var policy = SecurityHeaders.overTls().get("Content-Security-Policy");

        assertThat(policy.split("; "))
                .contains(
                        "default-src 'none'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'self'",
                        "script-src 'self'");
        assertThat(policy).doesNotContain("unsafe", "*", "data:", "http:");
    }

    private static void bound(SoftAssertions softly, String what, String cookie) {
        softly.assertThat(cookie)
                .as(what)
                .startsWith("__Host-")
                .contains("; Secure", "; HttpOnly", "; Path=/")
                .containsPattern("; SameSite=(Lax|Strict)")
                .doesNotContain("Domain=")
                .hasSizeLessThan(4_096);
    }

    @ParameterizedTest
    @DisplayName("HDR-03 no script, style or handler inside a page with something on it")
    @CsvSource({
        "app, /sign-in",
        "app, /statements",
        "acme, /statements",
        "admin, /tenants",
        "app, /none"
    })
    void holdsNothingInline(String host, String path) {
        var page = new Browserless(port, host + ".localhost").signIn().page(path);

        assertThat(page.getAllElements()).hasSizeGreaterThan(10);
        assertThat(inside(page)).isEmpty();
        assertThat(inside(Jsoup.parse("<p onclick='x'><a href=' javascript:x'><b style='x'>")))
                .hasSize(3);
    }

    /** Elements whose script or style is inside the page. */
    private static List<Element> inside(Document page) {
        return page.getAllElements().stream()
                .filter(element ->
                        element.is("script:not([src]), style, [style]")
                                || element.attributes().asList().stream()
                                        .anyMatch(HeadersTest::isScript))
                .toList();
    }

    private static boolean isScript(Attribute attribute) {
        return attribute.getKey().startsWith("on")
                || attribute.getValue().strip().startsWith("javascript:");
    }

    @Test
    @DisplayName("HDR-09 private answers are not kept")
    void keepsNothingPrivate() {
        var person = new Browserless(port, "app.localhost").signIn();

        for (var path : List.of("/", "/statements", "/statements/none", "/sign-in", "/nowhere")) {
            assertThat(person.get(path).headers().allValues("Cache-Control"))
                    .as(path)
                    .containsExactly("no-store");
        }
    }

    @Test
    @DisplayName("HDR-09 static files: hashed names are kept for ever, others asked for again")
    void keepsWhatCannotChange() {
        var stranger = new Browserless(port, "app.localhost");
        var page = stranger.page("/sign-in");
        var addresses = new ArrayList<>(page.select("link[href]").eachAttr("href"));
        addresses.addAll(page.select("script[src]").eachAttr("src"));

        assertThat(addresses).hasSizeGreaterThan(3);
        for (var address : addresses) {
            var file = new Browserless(port, "app.localhost").get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                    .as(address)
                    .contains("immutable");
            assertThat(file.headers().allValues("Set-Cookie")).as(address).isEmpty();
            assertThat(String.join(",", file.headers().allValues("Vary"))).doesNotContain("Cookie");
        }
        assertThat(stranger.get("/portal.css").headers().allValues("Cache-Control"))
                .containsExactly("no-cache");
    }

    static List<String> broken() {
        var host = "Host: app.localhost\r\n\r\n";
        return List.of(
                "G@T / HTTP/1.1\r\n" + host,
                "FOO / HTTP/1.1\r\n" + host,
                "GET / HTTP/9.9\r\n" + host,
                "GET / HTTP/2.0\r\n" + host,
                "GET / HTTP/1.1 \r\n" + host,
                "GET / HTTP/1.1x\r\n" + host,
                "GET / http/1.1\r\n" + host,
                "GET /a b HTTP/1.1\r\n" + host,
                "GET /\r\n",
                "GET / HTTP/1.1\r\nX: " + "a".repeat(100_000) + "\r\n" + host,
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host,
                "GET / HTTP/1.1\r\n" + "X: a\r\n".repeat(500) + host,
                "GET / HTTP/1.1\r\n\r\n",
                "GET /a\0b HTTP/1.1\r\n" + host,
                "GET /%00 HTTP/1.1\r\n" + host,
                "GET /%2e%2e/etc HTTP/1.1\r\n" + host,
                "GET /%zz HTTP/1.1\r\n" + host,
                "GET https://app.localhost/ HTTP/1.1\r\n" + host,
                "OPTIONS * HTTP/1.1\r\n" + host);
    }

    @ParameterizedTest
    @DisplayName("HDR-10 what is no request gets our page and headers")
    @MethodSource("broken")
    void answersWhatIsNoRequest(String request) {
        var answer = Wire.ask(port, request);

        assertThat(answer.status()).isIn(400, 414, 431, 501);
        SecurityHeaders.overTls()
                .forEach((name, value) ->
                        assertThat(answer.all(name)).as(name).containsExactly(value));
        assertThat(answer.body())
                .contains("Request not understood")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    @DisplayName("HDR-10 plain HTTP where TLS is spoken gets our page and headers")
    void answersPlainHttpOnTheTlsPort() {
        try (var wire = Wire.plain(port)) {
            var answer = wire.say("GET / HTTP/1.1\r\nHost: app.localhost\r\n\r\n").answer();

            assertThat(answer.status()).isEqualTo(400);
            SecurityHeaders.overTls()
                    .forEach((name, value) ->
                            assertThat(answer.all(name))
                                    .as(name)
                                    .isEqualTo(
                                            name.equals("Strict-Transport-Security")
                                                    ? List.of()
                                                    : List.of(value)));
            assertThat(answer.body()).contains("Request not understood");
        }
    }

    @ParameterizedTest
    @DisplayName("HDR-11 Observatory's rules: at least 130")
    @CsvSource({"app, /sign-in", "app, /statements", "acme, /statements", "admin, /tenants"})
    void scoresHigh(String host, String path) {
        var person = new Browserless(port, host + ".localhost");
        if (!path.equals("/sign-in")) {
            person.signIn();
        }
        var response = person.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Observatory.score(response.headers().map(), Jsoup.parse(response.body())))
                .isGreaterThanOrEqualTo(130);
        assertThat(Observatory.score(Map.of(), Jsoup.parse(response.body()))).isLessThan(60);
    }

    @ParameterizedTest
    @DisplayName("HDR-13 no other origin is let in")
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "https://app.localhost.evil.example",
                "http://app.localhost",
                "https://acme.localhost"
            })
    void letsNoOriginIn(String origin) {
        var person = new Browserless(port, "app.localhost").signIn();
        var page = person.send(person.request("/statements").header("Origin", origin).GET());
        var preflight =
                person.send(
                        person.request("/statements")
                                .header("Origin", origin)
                                .header("Access-Control-Request-Method", "POST")
                                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(page.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
}
