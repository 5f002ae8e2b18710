package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.support.Wire;
import za.co.spikedata.web.door.SecurityHeaders;

/** Faults are planted in the running portal, wherever a request passes. */
@PortalTest
class FaultsTest {
    private static final String SECRET = "canary za.co.spikedata select * from /work";
    private static final String FILTER = "/fault/filter";

    @LocalServerPort private int port;
    @Autowired private List<SecurityFilterChain> chains;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping routes;

    private final List<RequestMappingInfo> planted = new ArrayList<>();
    private final Filter failing =
            (request, response, chain) -> {
                if (request.getDispatcherType() == DispatcherType.REQUEST
                        && request instanceof HttpServletRequest asked
                        && asked.getRequestURI().equals(FILTER)) {
                    throw new IllegalStateException(SECRET);
                }
                chain.doFilter(request, response);
            };

    /** Breaks in each of its methods. */
    static final class Faulty {
        String controller() {
            throw new IllegalStateException(SECRET);
        }

        String template() {
            return "fault/half";
        }

        void begun(HttpServletResponse response) throws IOException {
            response.setContentType("text/html");
            response.getWriter().write("begun".repeat(20_000));
            response.flushBuffer();
            throw new IllegalStateException(SECRET);
        }
    }

    @BeforeEach
    void plant() throws NoSuchMethodException {
        plant("controller", Faulty.class.getDeclaredMethod("controller"));
        plant("template", Faulty.class.getDeclaredMethod("template"));
        plant("begun", Faulty.class.getDeclaredMethod("begun", HttpServletResponse.class));
        chains.forEach(chain -> chain.getFilters().addFirst(failing));
    }

    private void plant(String name, java.lang.reflect.Method method) {
        var route =
                RequestMappingInfo.paths("/fault/" + name)
                        .options(routes.getBuilderConfiguration())
                        .build();
        routes.registerMapping(route, new Faulty(), method);
        planted.add(route);
    }

    @AfterEach
    void mend() {
        planted.forEach(routes::unregisterMapping);
        chains.forEach(chain -> chain.getFilters().remove(failing));
    }

    @ParameterizedTest(name = "ERR-02 a fault in {0} is an error page that tells nothing")
    @ValueSource(strings = {"filter", "controller", "template"})
    void tellsNothing(String place) {
        var answer = new Browserless(port, "app.localhost").signIn().get("/fault/" + place);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .containsPattern("[0-9a-f]{8}-[0-9a-f-]{27}")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("canary", "za.co.", "select ", "/work", "begun");
        SecurityHeaders.overTls()
                .forEach((name, value) ->
                        assertThat(answer.headers().allValues(name))
                                .as(name)
                                .containsExactly(value));
    }

    @Test
    @DisplayName(
            "ERR-02 what breaks after it began ends cut off, so that nobody takes it for whole")
    void cutsOffWhatHasBegun() {
        var cookies = new Browserless(port, "app.localhost").signIn().cookies();

        assertThatThrownBy(() ->
                        Wire.ask(
                                port,
                                "GET /fault/begun HTTP/1.1\r\nHost: app.localhost\r\nCookie: "
                                        + cookies
                                        + "\r\n\r\n"))
                .as("the last chunk never comes")
                .hasRootCauseInstanceOf(EOFException.class);
    }
}
