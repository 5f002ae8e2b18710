package za.co.spikedata.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may show the portal inside a page of their own. */
class FramesIT {
    @Test
    @DisplayName("HDR-05 another site shows no page of the portal")
    void areNotForOtherSites() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                page -> {
                    var html =
                            "<iframe src='%s'></iframe>"
                                    .formatted(RunningPortal.url("app", "/sign-in"));
                    page.getResponseHeaders().add("Content-Type", "text/html");
                    page.sendResponseHeaders(200, html.length());
                    page.getResponseBody().write(html.getBytes(StandardCharsets.UTF_8));
                    page.close();
                });
        site.start();
        try (var person = new Person("app", Person.Setting.WIDE)) {
            person.browser().get("http://127.0.0.1:" + site.getAddress().getPort() + "/");
            assertThat(isShown(person)).isFalse();
        } finally {
            site.stop(0);
        }
    }

    @Test
    @DisplayName("HDR-05 nor does another tenant's page")
    void areNotForOtherTenants() {
        try (var person = new Person("acme", Person.Setting.WIDE).goTo("/security")) {
            frame(person, RunningPortal.url("app", "/sign-in"));
            assertThat(isShown(person)).isFalse();
        }
    }

    @Test
    @DisplayName("HDR-05 a page of the same host shows it")
    void areForTheirOwnHost() {
        try (var person = new Person("app", Person.Setting.WIDE).goTo("/security")) {
            frame(person, RunningPortal.url("app", "/sign-in"));
            assertThat(isShown(person)).isTrue();
        }
    }

    private static void frame(Person person, String address) {
        person.browser()
                .executeAsyncScript(
                        """
                        const frame = document.createElement('iframe');
                        frame.onload = arguments[1];
                        frame.src = arguments[0];
                        document.body.append(frame);
                        """,
                        address);
    }

    /** Whether the frame holds the sign-in page, which a browser's own page of refusal does not. */
    private static boolean isShown(Person person) {
        person.browser().switchTo().frame(0);
        return person.has("#email") && person.has("#password");
    }
}
