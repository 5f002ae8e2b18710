package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

@PortalTest
class DoorTest {
    private static final String HOST = "Host: app.localhost\r\n";
    private static final String FORM =
            "POST /sign-in HTTP/1.1\r\n"
                    + HOST
                    + "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String CHUNKED = FORM + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";

    @LocalServerPort private int port;

    @ParameterizedTest
    @DisplayName("NET-04 NET-07 what strangers say about themselves changes nothing")
    @CsvSource({
        "X-Forwarded-Proto, http",
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Port, 1",
        "X-Forwarded-Prefix, /evil",
        "X-Original-URL, /evil",
        "X-Rewrite-URL, /evil",
        "X-Host, evil.example",
        "Forwarded, host=evil.example;proto=http",
        "X-HTTP-Method-Override, DELETE"
    })
    void believesNoStranger(String header, String value) {
        var plain = new Browserless(port, "app.localhost");
        var lying = new Browserless(port, "app.localhost");

        for (var path : List.of("/sign-in", "/", "/statements", "/portal.css")) {
            var expected = plain.get(path);
            var got = lying.send(lying.request(path).header(header, value).GET());
            assertThat(got.statusCode()).as(path).isEqualTo(expected.statusCode());
            assertThat(got.headers().allValues("Location"))
                    .isEqualTo(expected.headers().allValues("Location"));
            assertThat(got.headers().allValues("Strict-Transport-Security")).hasSize(1);
            assertThat(got.body()).doesNotContain("evil");
        }
    }

    @ParameterizedTest
    @DisplayName("NET-05 a host of another form, or nobody's")
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: ",
                "Host: 127.0.0.1",
                "Host: [::1]",
                "Host: app.localhost:99999",
                "Host: app.localhost:",
                "Host: app.localhost.",
                "Host: app.localhost@evil.example",
                "Host: evil.example@app.localhost",
                "Host: APP.LOCALHOST",
                "Host: xn--pp-hja.localhost",
                "Host: app.localhost/x",
                "Host: app.localhost evil.example",
                "Host: app.localhost, evil.example",
                "Host: app.localhost\r\nHost: evil.example",
                "Host: app.localhost\r\nHost: app.localhost",
                "Host : app.localhost",
                "X: y"
            })
    void refusesOtherHosts(String host) {
        var answer = Wire.ask(port, "GET /sign-in HTTP/1.1\r\n" + host + "\r\n\r\n");

        assertThat(answer.status()).isIn(400, 421);
        assertThat(answer.body()).doesNotContain("Spike", "Acme", "evil");
        assertThat(answer.all("Location")).isEmpty();
        assertThat(answer.all("Set-Cookie")).isEmpty();
    }

    static List<String> tricks() {
        var tricks = new ArrayList<String>();
        for (var path : List.of("statements", "tenants", "people", "profile", "audit", "bans")) {
            tricks.addAll(
                    List.of(
                            "//" + path,
                            "/./" + path,
                            "/x/../" + path,
                            "/" + path + ";a=b",
                            "/" + path + "%2f",
                            "/%2f" + path,
                            "/" + path + "%5c",
                            "/" + path + ".json",
                            "/" + path + "/",
                            "/" + path.toUpperCase(java.util.Locale.ROOT),
                            "/%c0%af" + path,
                            "/%e0%80%af" + path,
                            "/" + path + "%00",
                            "/" + path + "%3b",
                            "/%2e/" + path,
                            "/sign-in/../" + path,
                            "/sign-in;/../" + path));
        }
        return tricks;
    }

    @ParameterizedTest
    @DisplayName("NET-08 no other spelling of a path opens it")
    @MethodSource("tricks")
    void opensNoOtherSpelling(String path) {
        assertThat(Wire.ask(port, "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n").status())
                .isIn(400, 404);
    }

    static List<String> ambiguous() {
        return List.of(
                FORM + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
                FORM + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG",
                FORM + "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: identity\r\n\r\n",
                FORM + "Transfer-Encoding: \r\n\r\n",
                FORM + "Transfer-Encoding: ,chunked\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n",
                FORM + "Transfer-Encoding\u00a0: chunked\r\n\r\n0\r\n\r\n",
                FORM + "X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                FORM + "Content-Length: 0\r\nContent-Length: 5\r\n\r\nabcde",
                FORM + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n",
                FORM + "Content-Length: 0, 0\r\n\r\n",
                FORM + "Content-Length: +5\r\n\r\nabcde",
                FORM + "Content-Length: -1\r\n\r\n",
                FORM + "Content-Length: 0x5\r\n\r\nabcde",
                FORM + "Content-Length: 05\r\n\r\nabcde",
                FORM + "Content-Length: 99999999999999999999\r\n\r\n",
                FORM.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n"
                        + HOST
                        + "Content-Length: "
                        + NEXT.length()
                        + "\r\n\r\n",
                "GET /sign-in HTTP/1.1\n" + HOST + "\r\n",
                "GET /sign-in HTTP/1.1\r\nHost: app.localhost\n\n",
                "GET /sign-in HTTP/1.1\r\n" + HOST + "X: a\nY: b\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n" + HOST + "X: a\rY: b\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n" + HOST + "X: a\r\n b\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n" + HOST + "X: a\0b\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n" + HOST + ": a\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n"
                        + HOST
                        + "Accept-Language: en"
                        + ",en".repeat(98)
                        + "\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\n " + HOST + "\r\n",
                "GET  /sign-in HTTP/1.1\r\n" + HOST + "\r\n",
                "GET\t/sign-in\tHTTP/1.1\r\n" + HOST + "\r\n",
                "\nGET /sign-in HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /sign-in#x HTTP/1.1\r\n" + HOST + "\r\n",
                "GET https://acme.localhost/sign-in HTTP/1.1\r\n" + HOST + "\r\n",
                CHUNKED + "3\na=b\n0\n\n",
                CHUNKED + "3\r\na=b\n0\r\n\r\n",
                CHUNKED + "FFFFFFFFFFFFFFFFF\r\na=b\r\n0\r\n\r\n",
                CHUNKED + "-3\r\na=b\r\n0\r\n\r\n",
                CHUNKED + "0000000000000003\r\na=b\r\n0\r\n\r\n",
                CHUNKED + "0x3\r\na=b\r\n0\r\n\r\n",
                CHUNKED + "3 \r\na=b\r\n0\r\n\r\n",
                CHUNKED + "3;" + "a".repeat(1_000) + "\r\na=b\r\n0\r\n\r\n",
                CHUNKED + "3;a\nb\r\na=b\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @DisplayName("NET-09 what two servers could understand differently ends the connection")
    @MethodSource("ambiguous")
    void refusesTheAmbiguous(String request) {
        try (var wire = Wire.tls(port, "app.localhost")) {
            var answer = wire.say(request + NEXT).answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    @DisplayName("NET-09 requests that follow each other are answered in their order")
    void answersPipelinedRequestsInOrder() {
        try (var wire = Wire.tls(port, "app.localhost")) {
            wire.say(
                    CHUNKED
                            + "3\r\na=b\r\n0\r\n\r\n"
                            + NEXT
                            + "GET /statements HTTP/1.1\r\n"
                            + HOST
                            + "\r\n");

            assertThat(wire.answer().status()).isEqualTo(403);
            assertThat(wire.answer().status()).isEqualTo(404);
            assertThat(wire.answer().status()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @DisplayName("NET-11 methods nobody needs")
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO", "TRACK", "DEBUG"})
    void refusesOtherMethods(String method) {
        var answer = Wire.ask(port, method + " /sign-in HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).isIn(405, 501);
        assertThat(answer.all("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    @Test
    @DisplayName("NET-11 OPTIONS tells the methods there are")
    void tellsRealMethods() {
        var stranger = new Browserless(port, "app.localhost");
        var options =
                stranger.send(
                        stranger.request("/sign-in").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(options.headers().firstValue("Allow").orElse("").split(","))
                .contains("GET", "HEAD", "POST", "OPTIONS")
                .doesNotContain("PUT", "DELETE", "TRACE", "PATCH");
    }

    @ParameterizedTest
    @DisplayName("NET-12 nobody is sent elsewhere")
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "https:evil.example",
                "%2f%2fevil.example",
                "javascript:alert(1)"
            })
    void sendsNobodyElsewhere(String target) {
        var encoded = java.net.URLEncoder.encode(target, java.nio.charset.StandardCharsets.UTF_8);
        for (var name :
                List.of("next", "return", "redirect", "url", "continue", "target", "back")) {
            for (var path : List.of("/", "/sign-in", "/statements")) {
                var location =
                        new Browserless(port, "app.localhost")
                                .get(path + "?" + name + "=" + encoded)
                                .headers()
                                .firstValue("Location")
                                .orElse("/");
                assertThat(location).startsWith("/").doesNotStartWith("//").doesNotContain("evil");
            }
        }
    }

    @Test
    @DisplayName("NET-13 what is not served is told so, always alike")
    void tellsNothingOfWhatIsNotThere() {
        var codes = " <code>[0-9a-f-]{36}</code>";
        var bodies =
                java.util.stream.Stream.of(
                                "/actuator",
                                "/actuator/env",
                                "/v3/api-docs",
                                "/swagger-ui.html",
                                "/h2-console",
                                "/.git/HEAD",
                                "/.env",
                                "/backup.sql",
                                "/admin",
                                "/server-status",
                                "/WEB-INF/web.xml",
                                "/application.yml",
                                "/x.jsp")
                        .map(path -> {
                            var response = new Browserless(port, "app.localhost").get(path);
                            assertThat(response.statusCode()).as(path).isEqualTo(404);
                            return response.body().replaceAll(codes, "");
                        })
                        .distinct();

        assertThat(bodies).hasSize(1);
    }
}
