package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class UnreadableParametersTest {
    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in?email=%zz", "/reset?a=%"})
    void areTheMistakeOfWhoeverSentThem(String path, CapturedOutput log) {
        var answer = Wire.ask(port, "GET " + path + " HTTP/1.1\r\nHost: app.localhost\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<html", answer.header("X-Request-Id"));
        assertThat(log.getAll()).doesNotContain("[dispatcherServlet]");
    }

    @Test
    void areNoFaultInAForm(CapturedOutput log) {
        var answer = form("app.localhost", "/sign-in", "email=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<html", answer.header("X-Request-Id"));
        assertThat(log.getAll()).doesNotContain("[dispatcherServlet]");
    }

    @Test
    void areNoFaultOfThePortalToPrograms(CapturedOutput log) {
        var answer = form("api.localhost", "/oauth2/token", "grant_type=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{").contains(answer.header("X-Request-Id"));
        assertThat(log.getAll()).doesNotContain("[dispatcherServlet]");
    }

    private Wire.Answer form(String host, String path, String body) {
        var request =
                """
                POST %s HTTP/1.1\r
                Host: %s\r
                Origin: https://%s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s\
                """;
        try (var wire = Wire.tls(port, host)) {
            return wire.say(request.formatted(path, host, host, body.length(), body)).answer();
        }
    }
}
