package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionIdGenerator;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class CookiesTest {
    private static final int IDS = 10_000;

    /** Chi-square of 216 bits with one degree of freedom each, at p = 0.001. */
    private static final double MOST_CHI_SQUARE = 286;

    @LocalServerPort private int port;
    @Autowired private SessionIdGenerator ids;

    @ParameterizedTest
    @DisplayName("CKY-01 every cookie is bound to its host, to TLS and to HTTP")
    @ValueSource(strings = {"app.localhost", "acme.localhost", "admin.localhost"})
    void bindsEveryCookie(String host) {
        var stranger = new Browserless(port, host);
        var first = stranger.get("/sign-in").headers().allValues("Set-Cookie");
        var signedIn =
                stranger.post(
                        "/sign-in",
                        Map.of("email", PortalTest.EMAIL, "password", PortalTest.PASSWORD));

        assertThat(first).hasSize(1);
        assertThat(signedIn.headers().allValues("Set-Cookie")).isNotEmpty();
        first.forEach(CookiesTest::isBound);
        signedIn.headers().allValues("Set-Cookie").forEach(CookiesTest::isBound);
        stranger.post("/sign-out", Map.of())
                .headers()
                .allValues("Set-Cookie")
                .forEach(CookiesTest::isBound);
    }

    private static void isBound(String cookie) {
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Secure", "; HttpOnly", "; Path=/")
                .containsPattern("; SameSite=(Lax|Strict)")
                .doesNotContain("Domain=")
                .hasSizeLessThan(4_096);
    }

    @Test
    @DisplayName("CKY-02 the session's name is told in no page, no address and no log")
    void tellsNoSession(CapturedOutput log) {
        var person = new Browserless(port, "app.localhost").signIn();
        var value = person.cookies().replaceFirst(".*__Host-session=([^;]*).*", "$1");

        assertThat(value).hasSizeGreaterThan(20);
        for (var path : new String[] {"/", "/statements", "/sign-in", "/nowhere"}) {
            var response = person.get(path);
            assertThat(response.body()).doesNotContain(value);
            assertThat(response.headers().firstValue("Location").orElse("")).doesNotContain(value);
        }
        assertThat(log.getAll()).doesNotContain(value);
    }

    @Test
    @DisplayName("CKY-03 session ids: no repeats, no bit that leans")
    void drawsIdsAtRandom() {
        var seen = new HashSet<String>();
        var ones = new int[27 * Byte.SIZE];
        for (int i = 0; i < IDS; i++) {
            var id = ids.generate();
            seen.add(id);
            var bytes = Base64.getUrlDecoder().decode(id);
            for (int bit = 0; bit < ones.length; bit++) {
                ones[bit] += bytes[bit / Byte.SIZE] >> (bit % Byte.SIZE) & 1;
            }
        }
        double chiSquare = 0;
        for (int count : ones) {
            double off = count - IDS / 2.0;
            chiSquare += off * off / (IDS / 4.0);
        }

        assertThat(seen).hasSize(IDS);
        assertThat(ones.length).isGreaterThanOrEqualTo(128);
        assertThat(chiSquare).isLessThan(MOST_CHI_SQUARE);
    }

    @Test
    @DisplayName("CKY-04 two cookies of the name are nobody's")
    void takesNeitherOfTwo() {
        var mine = new Browserless(port, "app.localhost").signIn();
        var planted = new Browserless(port, "app.localhost").signIn();
        var stranger = new Browserless(port, "app.localhost");

        for (var cookie :
                new String[] {
                    mine.cookies() + "; " + planted.cookies(),
                    planted.cookies() + "; " + mine.cookies(),
                    mine.cookies() + "; __Host-session=x"
                }) {
            var page =
                    stranger.send(stranger.request("/statements").header("Cookie", cookie).GET());
            assertThat(page.statusCode()).isEqualTo(302);
        }
    }

    @Test
    @DisplayName("CKY-04 a cookie of another spelling is no session")
    void takesNoOtherName() {
        var mine = new Browserless(port, "app.localhost").signIn();
        var value = mine.cookies().replaceFirst(".*__Host-session=([^;]*).*", "$1");
        for (var cookie :
                new String[] {
                    "session=" + value,
                    "__host-session=" + value,
                    "$Version=1; session=" + value + "; $Path=/",
                    "SESSION=" + value,
                    "JSESSIONID=" + value
                }) {
            var stranger = new Browserless(port, "app.localhost");
            var page =
                    stranger.send(stranger.request("/statements").header("Cookie", cookie).GET());
            assertThat(page.statusCode()).as(cookie.replace(value, "*")).isEqualTo(302);
        }
    }
}
