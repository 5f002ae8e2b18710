package za.co.spikedata.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

@PortalTest
class VerifyPagesTest {
    @LocalServerPort private int port;
    private Browserless person;
    private Browserless stranger;

    @BeforeEach
    void comeIn() {
        person = new Browserless(port, "app.localhost").signIn();
        stranger = new Browserless(port, "app.localhost");
    }

    @Test
    void knowsAResultOfThisPortalWhoeverAsks() {
        var page = read();
        var file = person.get(page + "/download.json").body();

        var said = Jsoup.parse(checked(stranger, file).body());
        assertThat(said.select(".notice").text()).startsWith("This result is ours");
        assertThat(said.select(".badge").text()).isEqualTo("Proven");
        assertThat(said.select("main").text())
                .contains("https://app.localhost", "transactions in one statement")
                .containsPattern("[0-9a-f]{64}");
    }

    @Test
    void knowsAReceiptOfThisPortal() {
        var page = read();
        var receipt = Browserless.location(person.post(page + "/delete", Map.of()));
        UploadForm.await(() -> person.get(receipt + "/receipt.jws").statusCode() == 200);

        var file = person.get(receipt + "/receipt.jws").body();
        assertThat(sentence(stranger, file)).startsWith("This receipt is ours");
        assertThat(sentence(stranger, file.replaceFirst("\\..", ".f"))).contains("no signature");
    }

    @Test
    void knowsNothingThatWasChangedOrComesFromElsewhere() {
        var file = person.get(read() + "/download.json").body();
        var changed = file.replaceFirst("\"amount\":-?", "\"amount\":9");

        assertThat(sentence(stranger, changed)).contains("was changed");
        assertThat(sentence(new Browserless(port, "acme.localhost"), file)).contains("not by us");
        assertThat(sentence(stranger, "{\"rows\":[]}")).contains("no signature");
        assertThat(sentence(stranger, "")).startsWith("No file arrived");
        assertThat(sentence(stranger, "x".repeat(VerifyPages.MOST_BYTES + 1))).contains("4 MB");
    }

    @Test
    void asksForATokenAndForAFile() {
        var forged = new UploadForm(stranger, "guess").file("f.json", new byte[] {'{', '}'});

        assertThat(forged.send("/verify").statusCode()).isEqualTo(403);
        var plain = stranger.post("/verify", Map.of("file", "{}"));
        assertThat(Jsoup.parse(plain.body()).select(".notice").text()).startsWith("No file");
    }

    private String read() {
        var page =
                Browserless.location(person.post("/statements/sample", Map.of("kind", "proven")));
        UploadForm.await(() -> person.get(page + "/download.json").statusCode() == 200);
        return page;
    }

    private static String sentence(Browserless who, String file) {
        return Jsoup.parse(checked(who, file).body()).select(".notice").text();
    }

    private static HttpResponse<String> checked(Browserless who, String file) {
        return new UploadForm(who)
                .file("f.json", file.getBytes(StandardCharsets.UTF_8))
                .send("/verify");
    }
}
