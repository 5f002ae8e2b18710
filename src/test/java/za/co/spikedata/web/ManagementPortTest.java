package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
@DirtiesContext
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortTest {
    @LocalManagementPort private int management;
    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, UP",
        "/actuator/health/readiness, UP",
        "/actuator/prometheus, http_server_requests",
        "/actuator/sbom/application, CycloneDX"
    })
    @DisplayName("LOG-07 whatever watches the machine reads its health, metrics and parts")
    void tells(String path, String said) {
        var answer = ask(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/sign-in",
                "/people"
            })
    @DisplayName("LOG-07 ERR-01 nothing else is there, and Tomcat's own page is not shown")
    void tellsNothingElse(String path) {
        var answer = ask(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("HTTP Status", "Tomcat", "<style");
    }

    @Test
    @DisplayName("NET-05 whoever names another host than in the handshake is told as little")
    void tellsNothingToWhoeverNamesAnotherHost() {
        var answer = new Browserless(management, "app.localhost").get("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("HTTP Status", "Tomcat", "<style");
    }

    @Test
    @DisplayName("LOG-07 the portal's own port tells nothing of it")
    void tellsNobodyElse() {
        var answer = new Browserless(port, "app.localhost").get("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> ask(String path) {
        var watch = new Browserless(management, "127.0.0.1");
        return watch.send(watch.request(path).setHeader("Accept", "*/*").GET());
    }
}
