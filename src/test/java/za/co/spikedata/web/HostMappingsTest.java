package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class HostMappingsTest {
    @LocalServerPort private int port;

    @ParameterizedTest
    @DisplayName("TEN-03 what another host serves is not there, by any method and of any type")
    @CsvSource({
        "app, GET, /v7/documents",
        "app, GET, /v7/documents/4",
        "app, GET, /pdf2",
        "app, DELETE, /pdf2",
        "api, DELETE, /sign-in",
        "api, DELETE, /statements"
    })
    void areNotThereElsewhere(String host, String method, String path) {
        var person = new Browserless(port, host + ".localhost");
        if (host.equals("app")) {
            person.signIn();
        }
        var answer =
                person.send(
                        person.request(path)
                                .header("X-CSRF-TOKEN", host.equals("app") ? person.token() : "")
                                .method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Allow")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, 405", "POST, 302"})
    void tellOfMethodsWhereTheyAreServed(String method, int status) {
        var person = new Browserless(port, "app.localhost").signIn();
        var answer =
                person.send(
                        person.request("/sign-out")
                                .header("X-CSRF-TOKEN", person.token())
                                .method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
