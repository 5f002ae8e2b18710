package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;
import za.co.spikedata.tenancy.Tenants;

/** What a partner's host says to requests that no browser makes, byte by byte. */
@PortalTest
class RefusalLeaksTest {
    private static final String CONNECTION = "Connection: close\r\n\r\n";

    /** What the portal is made of, as products call themselves when they refuse. */
    private static final Set<String> MAKERS =
            Set.of(
                    "tomcat",
                    "coyote",
                    "catalina",
                    "apache",
                    "thymeleaf",
                    "springframework",
                    "whitelabel",
                    "postgres",
                    "exception",
                    "jakarta",
                    "za.co.");

    @LocalServerPort private int port;
    @Autowired private Tenants tenants;

    private String host;
    private Leaks leaks;

    @BeforeEach
    void createOne() {
        var harbour = Harbour.create(port, tenants);
        host = harbour.tenant().host();
        leaks = harbour.leaks();
    }

    @Test
    @DisplayName("TEN-09 no refusal tells of another tenant, the platform or what it is made of")
    void tellNothing() {
        var makers = new Leaks(MAKERS);
        refused()
                .forEach((name, request) -> {
                    var answer = said(request);

                    assertThat(answer).as(name).matches("(?s)(HTTP/1.1 [3-5]\\d\\d .*)?");
                    assertThat(leaks.in(name, answer)).isEmpty();
                    assertThat(makers.in(name, answer)).isEmpty();
                });
    }

    @Test
    @DisplayName("TEN-09 a host that is nobody's is answered the same whoever asks for it where")
    void tellNobodyWhoElseIsThere() {
        var nobodys = said("GET /sign-in HTTP/1.1\r\nHost: nobody.example\r\n" + CONNECTION);
        assertThat(nobodys).startsWith("HTTP/1.1 4");
        assertThat(leaks.in("nobody's", nobodys)).isEmpty();
        assertThat(nobodys).doesNotContain(host).doesNotContain("Harbour");
    }

    @Test
    void findsWhatIsPlanted() {
        assertThat(new Leaks(MAKERS).in("page", "<h3>Apache Tomcat/11.0.2</h3>")).hasSize(2);
        assertThat(leaks.in("page", "Location: https://app.localhost/")).isNotEmpty();
    }

    private Map<String, String> refused() {
        var requests = new LinkedHashMap<String, String>();
        requests.put("no request", "BROKEN\r\n\r\n");
        requests.put("no host", "GET / HTTP/1.1\r\n" + CONNECTION);
        requests.put("two hosts", ask("GET / HTTP/1.1", "Host: app.localhost"));
        requests.put("no version", ask("GET / HTTP/9.9"));
        requests.put("no escape", ask("GET /%zz HTTP/1.1"));
        requests.put("upwards", ask("GET /..%2f..%2fetc/passwd HTTP/1.1"));
        requests.put("half a pair", ask("GET /statements?a=%c3%28 HTTP/1.1"));
        requests.put("long", ask("GET /" + "a".repeat(70_000) + " HTTP/1.1"));
        requests.put("long header", ask("GET / HTTP/1.1", "X: " + "a".repeat(70_000)));
        for (var method : List.of("TRACE", "PUT", "DELETE", "PROPFIND", "PATCH", "BREW")) {
            requests.put(method, ask(method + " /sign-in HTTP/1.1"));
        }
        requests.put("forged", form("POST /sign-in HTTP/1.1", "email=x"));
        requests.put(
                "large",
                ask("POST /statements HTTP/1.1", "Content-Length: 99999999999", "Expect: x"));
        requests.put(
                "broken chunks",
                ask("POST /sign-in HTTP/1.1", "Transfer-Encoding: chunked") + "zz\r\n");
        requests.put(
                "no media type",
                ask("POST /sign-in HTTP/1.1", "Content-Type: a/b/c", "Content-Length: 0"));
        requests.put("upgrade", ask("GET /nowhere HTTP/1.1", "Upgrade: h2c"));
        requests.put("program", ask("GET /v7/documents HTTP/1.1", "Accept: application/json"));
        return requests;
    }

    private String form(String line, String body) {
        return ask(
                        line,
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length())
                + body;
    }

    private String ask(String line, String... headers) {
        var all = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return line + "\r\nHost: " + host + ":" + port + "\r\n" + all + CONNECTION;
    }

    /** Empty where the connection only ends. */
    private String said(String request) {
        try (var wire = Wire.tls(port, host)) {
            var answer = wire.say(request).rest();
            return new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
