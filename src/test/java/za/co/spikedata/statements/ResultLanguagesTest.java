package za.co.spikedata.statements;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.PortalTest;

/** People read results in their language; programs read the same files whoever fetched them. */
@PortalTest
class ResultLanguagesTest {
    private static final String FIGURE = "\u2212?\\d{1,3}([\u00A0 ]\\d{3})*%s\\d\\d";

    @LocalServerPort private int port;

    private Browserless person;
    private String page;

    @BeforeEach
    void readsTheSample() {
        person = new Browserless(port, "app.localhost").signIn();
        var sent = person.post("/statements/sample", Map.of("kind", "proven"));
        page = URI.create(Browserless.location(sent)).getPath();
        UploadForm.await(() -> !person.get(page + "/progress").body().contains("hx-trigger"));
    }

    @Test
    void writesFiguresAndDaysAsTheReaderDoes() {
        var english = Jsoup.parse(ask(page, "en").body());
        var afrikaans = Jsoup.parse(ask(page, "af").body());

        assertThat(english.select("dd.figure").eachText())
                .isNotEmpty()
                .allMatch(figure -> figure.matches(FIGURE.formatted("\\.")));
        assertThat(afrikaans.select("dd.figure").eachText())
                .isNotEmpty()
                .allMatch(figure -> figure.matches(FIGURE.formatted(",")));
        assertThat(afrikaans.select("td time").first().text()).containsPattern("\\d [A-Z][a-z]+");
        assertThat(afrikaans.select(".sentence").text()).startsWith("Bewys: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "af", "zu", "xh"})
    void setsThousandsApartInEveryLanguage(String language) {
        person = new Browserless(port, "acme.localhost").signIn();

        assertThat(Jsoup.parse(ask("/statements", language).body()).select("#files-hint").text())
                .containsPattern("\\b1[\u00A0 ]000\\b");
    }

    @Test
    void findsAnAmountAsTheReaderWritesIt() {
        var amount =
                Jsoup.parse(ask(page, "af").body())
                        .select("td.figure.in:not(:empty)")
                        .first()
                        .text();

        assertThat(amount).contains(",");
        assertThat(
                        Jsoup.parse(ask(page + "?q=" + encode(amount, UTF_8), "af").body())
                                .select("td.figure.in")
                                .eachText())
                .contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void leavesFilesAsTheyAre(String format) {
        var path = page + "/download." + format;

        assertThat(ask(path, "af").body()).isNotEmpty().isEqualTo(ask(path, "en").body());
        assertThat(ask(path, "af").headers().firstValue("Content-Language")).isEmpty();
    }

    private HttpResponse<String> ask(String path, String languages) {
        return person.send(person.request(path).header("Accept-Language", languages).GET());
    }
}
