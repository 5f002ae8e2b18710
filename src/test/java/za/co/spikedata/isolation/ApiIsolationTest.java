package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.web.OnApiHosts;
import za.co.spikedata.web.door.SecurityHeaders;

/** Programs' addresses, which are on the API's hosts alone and take a credential each time. */
@PortalTest
class ApiIsolationTest {
    private static final String UNKNOWN = "/nothing-here";

    @LocalServerPort private int port;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    @DisplayName("AUZ-01 TEN-01 holds every address of programs in the matrix, and no other")
    void holdsEveryAddress() {
        var served = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().isAnnotationPresent(OnApiHosts.class)) {
                        for (var pattern : info.getPatternValues()) {
                            info.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> served.add(method + " " + pattern));
                        }
                    }
                });

        var known = new TreeSet<>(Matrix.OF_PROGRAMS);
        known.addAll(Matrix.FOR_ANYBODY);
        assertThat(served).isEqualTo(known);
    }

    @Test
    @DisplayName("TEN-01 answers programs' addresses on portals as unknown ones")
    void isUnknownOnPortals() throws Exception {
        for (var route : Matrix.OF_PROGRAMS) {
            var path = route.split(" ")[1];
            var method = route.split(" ")[0];
            for (var host : new String[] {"app.localhost", "acme.localhost", "admin.localhost"}) {
                assertThat(ask(host, method, path).statusCode())
                        .as(route + " on " + host)
                        .isEqualTo(ask(host, method, UNKNOWN).statusCode());
            }
        }
    }

    @Test
    @DisplayName("TEN-02 answers strangers on the API's hosts alike, and opens no session")
    void answersStrangersAlike() throws Exception {
        for (var route : Matrix.OF_PROGRAMS) {
            var answer = ask("api.localhost", route.split(" ")[0], route.split(" ")[1]);

            assertThat(answer.body()).as(route).contains("error/common/dev/authorization");
            assertThat(answer.headers().firstValue("Set-Cookie")).as(route).isEmpty();
        }
    }

    @Test
    @DisplayName("CSR-07 takes no cookie for a credential: whoever is signed in is a stranger here")
    void takesNoCookies() throws Exception {
        var cookies = new Browserless(port, "acme.localhost").signIn().cookies();
        for (var route : Matrix.OF_PROGRAMS) {
            var answer =
                    ask(
                            "api.localhost",
                            route.split(" ")[0],
                            route.split(" ")[1],
                            "Cookie",
                            cookies,
                            "Prefer",
                            "status=http");

            assertThat(answer.statusCode()).as(route).isEqualTo(401);
            assertThat(answer.body()).as(route).contains("error/common/dev/authorization");
        }
    }

    @Test
    @DisplayName(
            "HDR-01 HDR-02 HDR-06 HDR-07 HDR-08 CKY-01 every address of programs, by every method")
    void sendsEveryHeader() throws Exception {
        var paths = new TreeSet<>(List.of(UNKNOWN, "/"));
        Matrix.OF_PROGRAMS.forEach(route -> paths.add(route.split(" ")[1]));
        for (var host : List.of("api.localhost", "api-v6.localhost")) {
            for (var path : paths) {
                for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
                    var headers = ask(host, method, path).headers();
                    SecurityHeaders.overTls()
                            .forEach((name, value) ->
                                    assertThat(headers.allValues(name))
                                            .as(method + " " + host + path + " " + name)
                                            .containsExactly(value));
                    assertThat(headers.map())
                            .doesNotContainKeys("server", "x-powered-by", "via", "set-cookie")
                            .doesNotContainKey("access-control-allow-credentials");
                }
            }
        }
    }

    private HttpResponse<String> ask(String host, String method, String pattern, String... more)
            throws Exception {
        var path = pattern.replace("{id}", UUID.randomUUID().toString());
        try (var client =
                HttpClient.newBuilder()
                        .sslContext(AnyCertificate.context())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            boolean reads = List.of("GET", "HEAD", "OPTIONS").contains(method);
            var body =
                    reads
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString("{}");
            var request =
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                            .header("Host", host + ":" + port)
                            .header("Content-Type", "application/json")
                            .method(method, body);
            if (more.length > 0) {
                request.headers(more);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
