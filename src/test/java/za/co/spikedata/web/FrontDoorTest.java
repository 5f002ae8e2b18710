package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class FrontDoorTest {
    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/statements",
                "/portal.css",
                "/nowhere.css",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "/%2e%2e/etc"
            })
    void guardsEveryResponseByHeaders(String path) {
        var response = new Browserless(port, "app.localhost").get(path);

        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        var policies = response.headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        assertThat(policies.getFirst())
                .contains("frame-ancestors 'self'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void answersAnUnknownHostWithoutATenant() {
        var response = new Browserless(port, "unknown.localhost").get("/sign-in");

        assertThat(response.statusCode()).isEqualTo(421);
        assertThat(response.body()).doesNotContain("Spike", "Acme", "unknown.localhost");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app.localhost, /statements",
        "acme.localhost, /statements",
        "admin.localhost, /tenants"
    })
    void signsPeopleInOnTheirOwnHost(String host, String home) {
        var person = new Browserless(port, host).signIn();

        assertThat(person.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(home));
        assertThat(person.get(home).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotKnowASessionOfAnotherHost() {
        var person = new Browserless(port, "app.localhost").signIn();

        var elsewhere =
                person.send(
                        new Browserless(port, "acme.localhost")
                                .request("/statements")
                                .header("Cookie", person.cookies())
                                .GET());

        assertThat(elsewhere.statusCode()).isEqualTo(302);
        assertThat(elsewhere.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-in"));
    }

    @Test
    void answersAWrongPasswordAndAnUnknownAddressAlike() {
        var first =
                new Browserless(port, "app.localhost")
                        .post("/sign-in", Map.of("email", PortalTest.EMAIL, "password", "wrong"));
        var second =
                new Browserless(port, "app.localhost")
                        .post("/sign-in", Map.of("email", "nobody@example.com", "password", "x"));

        assertThat(first.statusCode()).isEqualTo(second.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location"))
                .isEqualTo(second.headers().firstValue("Location"));
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var person = new Browserless(port, "app.localhost").signIn();

        var response =
                person.send(
                        person.request("/sign-out")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(person.get("/statements").statusCode()).isEqualTo(200);
    }
}
