package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;
import za.co.spikedata.web.door.SecurityHeaders;

@PortalTest
class ErrorsTest {
    @LocalServerPort private int port;
    @Autowired private ServletWebServerApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    @ParameterizedTest
    @DisplayName("ERR-01 an error tells a code and nothing of the inside")
    @ValueSource(strings = {"/nowhere", "/statements/none", "/statements;a", "/sign-out", "/error"})
    void tellsNothing(String path) {
        var error = new Browserless(port, "app.localhost").signIn().get(path);

        assertThat(error.statusCode()).isIn(400, 404, 405);
        assertThat(error.body())
                .containsPattern("[0-9a-f]{8}-[0-9a-f-]{27}")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("za.co.", "org.", "select ", "/work", "Tomcat", "Spring");
    }

    @ParameterizedTest
    @DisplayName("ERR-01 what a role may not have is answered as what is not there")
    @ValueSource(strings = {"/people", "/audit", "/settings", "/openings", "/holds"})
    void tellsNobodyWhatOthersHave(String path) {
        var member = new Browserless(port, "app.localhost").signIn();

        var refused = member.get(path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(alike(refused)).isEqualTo(alike(member.get("/nowhere")));
    }

    /** Without what is new in each answer. */
    private static String alike(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1");
    }

    @Test
    @DisplayName("ERR-01 no page that is asked for what is not there tells of the inside")
    void tellsNothingWhereverItIsAsked() {
        var member = new Browserless(port, "app.localhost").signIn();
        int refused = 0;
        for (var path : pages()) {
            for (var unknown : List.of(UUID.randomUUID().toString(), "zq%27%22%3Czq")) {
                var answer = member.get(path.replaceAll("\\{[^}]+}", unknown));

                assertThat(answer.statusCode()).as(path).isLessThan(500);
                if (answer.statusCode() >= 400) {
                    refused++;
                    assertThat(answer.body())
                            .as(path)
                            .doesNotContain("<zq")
                            .doesNotContainIgnoringCase("exception")
                            .doesNotContain(
                                    "za.co.",
                                    "org.springframework",
                                    "org.postgresql",
                                    "select ",
                                    "/work",
                                    "Tomcat");
                }
            }
        }
        assertThat(refused).as("there is much that is not there").isGreaterThan(50);
    }

    @Test
    @DisplayName("UPL-04 UPL-05 who stops sending in the midst of an upload is told that, no fault")
    void tellsWhoStoppedSending() {
        var member = new Browserless(port, "app.localhost").signIn();
        var part = "--b\r\nContent-Disposition: form-data; name=\"";
        try (var wire = Wire.tls(port, "app.localhost")) {
            var answer =
                    wire.say(
                                    "POST /statements HTTP/1.1\r\nHost: app.localhost\r\nCookie: "
                                            + member.cookies()
                                            + "\r\nContent-Type: multipart/form-data; boundary=b"
                                            + "\r\nContent-Length: 1073741824\r\n\r\n"
                                            + part
                                            + "_csrf\"\r\n\r\n"
                                            + member.token()
                                            + "\r\n"
                                            + part
                                            + "files\"; filename=\"a.pdf")
                            .answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.all("X-Frame-Options")).containsExactly("SAMEORIGIN");
        }
    }

    /** All that can be asked for by name, of every module. */
    private List<String> pages() {
        return routes.getHandlerMethods().keySet().stream()
                .filter(route ->
                        route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.contains("{") && !path.contains("*"))
                .sorted()
                .toList();
    }

    /** Fails where no page can be made any more: outside the application. */
    private static final class Failing extends ValveBase {
        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            if ("/fail".equals(request.getRequestURI())) {
                throw new IllegalStateException("canary za.co.spikedata");
            }
            getNext().invoke(request, response);
        }
    }

    @Test
    @DisplayName("ERR-02 ERR-03 where no page can be made, a plain one with all headers")
    void answersWithoutAPage() {
        var host = ((TomcatWebServer) context.getWebServer()).getTomcat().getHost();
        var failing = new Failing();
        host.getPipeline().addValve(failing);
        try {
            for (var method : List.of("GET", "HEAD", "POST")) {
                var answer =
                        Wire.ask(port, method + " /fail HTTP/1.1\r\nHost: app.localhost\r\n\r\n");

                assertThat(answer.status()).isEqualTo(500);
                SecurityHeaders.overTls()
                        .forEach((name, value) ->
                                assertThat(answer.all(name)).as(name).containsExactly(value));
                assertThat(answer.body()).doesNotContain("canary", "za.co.", "Tomcat");
                if (!method.equals("HEAD")) {
                    assertThat(answer.body()).contains("Something went wrong");
                }
            }
        } finally {
            host.getPipeline().removeValve(failing);
        }
    }
}
