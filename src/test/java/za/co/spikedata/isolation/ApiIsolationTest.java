package za.co.spikedata.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.AnyCertificate;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.web.OnApiHosts;

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

        assertThat(served).isEqualTo(new TreeSet<>(Matrix.OF_PROGRAMS));
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

    private HttpResponse<String> ask(String host, String method, String path) throws Exception {
        try (var client =
                HttpClient.newBuilder()
                        .sslContext(AnyCertificate.context())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                            .header("Host", host + ":" + port)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
