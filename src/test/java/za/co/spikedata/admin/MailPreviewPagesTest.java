package za.co.spikedata.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.NewTenant;
import za.co.spikedata.support.PortalTest;

/** What an administrator sees of a version's mails and results before it is applied. */
@PortalTest
class MailPreviewPagesTest {
    private static final String PRIMARY = "#1f5c7a";

    @LocalServerPort private int port;
    @Autowired private People people;

    private Browserless administrator;
    private String version;

    @BeforeEach
    void keepADraft() {
        administrator = NewTenant.create(port, "mp").administrator(people, port);
        var form = new HashMap<String, String>();
        var page = administrator.page("/settings");
        page.select("form[action=/settings] input[type=text]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        form.putAll(Map.of("name", "Draft <Lenders>", "primary", PRIMARY, "fromName", "The post"));
        version =
                Browserless.location(administrator.post("/settings", form))
                        .replaceFirst("^https://[^/]+", "");
    }

    @Test
    void showsAMailOfTheDraftInLightAndDark() {
        var colour = Colour.parse(PRIMARY).orElseThrow();
        var palette = Palette.of(colour, colour);
        var page = administrator.page(version + "/mails");

        assertThat(page.select("dl.facts dd").first().text()).startsWith("The post <");
        assertThat(page.select("dl.facts dd").last().text())
                .isEqualTo("Your invitation to Draft <Lenders>");
        assertThat(page.select(".letter-text").text()).contains("You were invited to Draft");
        var frames = page.select("iframe.letter[sandbox]");
        assertThat(frames).hasSize(2);
        var light = Jsoup.parse(administrator.get(frames.first().attr("src")).body());
        var dark = Jsoup.parse(administrator.get(frames.last().attr("src")).body());
        assertThat(light.select("td > a").attr("style"))
                .contains(palette.light().get("accent").hex());
        assertThat(dark.select("td > a").attr("style"))
                .contains(palette.dark().get("accent").hex());
        assertThat(light.select("style")).as("one scheme needs no sheet").isEmpty();
        assertThat(light.select("h1").text()).isEqualTo("Your invitation to Draft <Lenders>");
        assertThat(light.select("img").attr("src")).startsWith("data:image/png;base64,");
    }

    @Test
    void showsEachKindInEachLanguageTheDraftSpeaks() {
        var page = administrator.page(version + "/mails");
        var languages = page.select("#language option").eachAttr("value");
        assertThat(languages).contains("en", "af");
        for (var language : languages) {
            for (var kind : page.select("#kind option").eachAttr("value")) {
                var asked = "?kind=" + kind + "&language=" + language;
                var mail = administrator.page(version + "/mail.html" + asked);
                assertThat(mail.select("html").attr("lang")).startsWith(language);
                assertThat(mail.select("h1").text())
                        .isEqualTo(
                                administrator
                                        .page(version + "/mails" + asked)
                                        .select("dl.facts dd")
                                        .last()
                                        .text());
            }
        }
    }

    @Test
    void letsNothingOfAMailRunOrFetch() {
        var answer = administrator.get(version + "/mail.html?kind=none&language=none&scheme=none");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src", "allow-");
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).contains("invitation");
    }

    @Test
    void showsAResultThatIsNobodysAndSaysSo() {
        administrator.post(version + "/look", Map.of());

        var page = administrator.page("/settings/example-result");

        assertThat(page.title()).endsWith("Draft <Lenders>");
        assertThat(page.select("main .notice").text()).contains("This is a sample");
        assertThat(page.select("table.transactions tbody tr")).hasSize(12);
        assertThat(page.select("#document .verdict.proven .sentence").text()).contains("12");
        assertThat(page.select("#document form, #document a[href^=/statements]")).isEmpty();
        assertThat(administrator.page("/statements").select("tbody tr"))
                .as("nothing is kept")
                .isEmpty();
    }
}
