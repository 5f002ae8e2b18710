package za.co.spikedata.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import za.co.spikedata.identity.People;
import za.co.spikedata.identity.Person;
import za.co.spikedata.support.Browserless;
import za.co.spikedata.support.MailServer;
import za.co.spikedata.support.PortalTest;
import za.co.spikedata.tenancy.TenantId;

/** In which language a page or a mail comes. */
@PortalTest
class LanguagePagesTest {
    private static final String ACCEPT = "Accept-Language";

    @LocalServerPort private int port;
    @Autowired private People people;

    @ParameterizedTest
    @CsvSource({
        "af, af-ZA",
        "af-NA, af-ZA",
        "'fr, af;q=0.7, en;q=0.3', af-ZA",
        "'en-US,en;q=0.9', en-ZA",
        "'fr, *;q=0.1', en-ZA",
        "'', en-ZA",
        "'not a language', en-ZA"
    })
    void isTheFirstTheBrowserAsksForThatTheTenantSpeaks(String asked, String given) {
        var page = ask(stranger(), "/sign-in", asked);

        assertThat(Jsoup.parse(page.body()).select("html").attr("lang")).isEqualTo(given);
        assertThat(page.headers().firstValue("Content-Language")).hasValue(given);
        assertThat(String.join(",", page.headers().allValues("Vary"))).contains(ACCEPT, "Cookie");
        assertThat(page.body()).contains(given.equals("af-ZA") ? "Wagwoord vergeet?" : "Forgot");
    }

    @ParameterizedTest
    @CsvSource({"zu, zu-ZA, Ukhohlwe iphasiwedi yakho?", "xh, xh-ZA, Uyilibele iphasiwedi yakho?"})
    void isIsiZuluOrIsiXhosaThroughout(String asked, String given, String forgotten) {
        for (var host : List.of("app.localhost", "acme.localhost")) {
            var page = ask(new Browserless(port, host), "/sign-in", asked);

            assertThat(Jsoup.parse(page.body()).select("html").attr("lang")).isEqualTo(given);
            assertThat(Jsoup.parse(page.body()).select(".beside").text()).isEqualTo(forgotten);
            assertThat(page.body()).doesNotContain("Eminye imibhalo", "isesiNgisini");
        }
    }

    @Test
    void tellsWherePagesOfAdministratorsAreStillInEnglish() {
        var chief = stranger().signIn(someone(Person.Role.ADMINISTRATOR), PortalTest.PASSWORD);
        var page = Jsoup.parse(ask(chief, "/api-keys", "zu").body());

        assertThat(page.select(".masthead nav").text()).contains("Izitatimende");
        assertThat(page.select("h1").text()).isEqualTo("API keys");
        assertThat(page.select(".foot").text())
                .contains("Eminye imibhalo yaleli khasi isesiNgisini");
        assertThat(Jsoup.parse(ask(chief, "/statements", "zu").body()).select(".foot").text())
                .doesNotContain("Eminye imibhalo");
        assertThat(Jsoup.parse(ask(chief, "/api-keys", "af").body()).select("h1").text())
                .isEqualTo("API-sleutels");
    }

    @Test
    void isTheTenantsOwnForWhoeverAsksForNone() {
        var page = stranger().get("/sign-in");

        assertThat(page.headers().firstValue("Content-Language")).hasValue("en-ZA");
    }

    @Test
    void isOfErrorPagesToo() {
        var page = ask(stranger(), "/.well-known/nothing", "af");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Hier is niks nie").doesNotContain("There is nothing");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("af-ZA");
    }

    @Test
    void isChosenInTheFooterWithoutSessionAndKeptOnTheBrowser() {
        var stranger = stranger();
        var link = stranger.page("/reset?x=1").select(".languages a[hreflang=af-ZA]").attr("href");
        var chosen = stranger.get(link);

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(Browserless.location(chosen)).isEqualTo("/reset?x=1");
        assertThat(ask(stranger, "/reset", "en").body()).contains("Stel ’n nuwe wagwoord");
        assertThat(stranger.page("/reset").select(".languages [aria-current]").text())
                .isEqualTo("Afrikaans");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/%5Cevil.example",
                "/%09/evil.example",
                "%0d%0aX: y"
            })
    void leadsNowhereElse(String to) {
        var answer = stranger().get("/language/af?to=" + to.replace(" ", "%20"));

        assertThat(Browserless.location(answer)).isEqualTo("/");
        assertThat(answer.headers().firstValue("X")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "xx", "AF", "af%0d%0aX:y"})
    void isNoneTheTenantDoesNotSpeak(String language) {
        var answer = stranger().get("/language/" + language);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void isNotWhatAForgedCookieSays() {
        var stranger = stranger();
        stranger.carry("__Host-language=xx\"><script>");

        assertThat(stranger.get("/sign-in").headers().firstValue("Content-Language"))
                .hasValue("en-ZA");
    }

    @Test
    void staysWithAPersonWhateverTheirNextBrowserAsksFor() {
        var email = someone();
        var person = stranger().signIn(email, PortalTest.PASSWORD);
        var saved = person.post("/profile/language", Map.of("language", "af"));
        assertThat(Browserless.location(saved)).endsWith("/profile?notice=language");
        assertThat(person.page("/profile?notice=language").select(".notice.good").text())
                .startsWith("Gestoor.");

        var elsewhere = stranger().signIn(email, PortalTest.PASSWORD);
        assertThat(ask(elsewhere, "/profile", "en").body()).contains("Jou profiel");
        assertThat(ask(stranger(), "/sign-in", "en").body()).contains("Forgot");
    }

    @Test
    void isChosenInTheFooterForThePersonWhoIsIn() {
        var person = stranger().signIn(someone(), PortalTest.PASSWORD);
        var back = person.post("/profile/language", Map.of("language", "af", "to", "/statements"));

        assertThat(Browserless.location(back)).endsWith("/statements");
        assertThat(person.page("/statements").select("html").attr("lang")).isEqualTo("af-ZA");
        assertThat(
                        Browserless.location(
                                person.post(
                                        "/profile/language",
                                        Map.of("language", "en", "to", "//evil.example"))))
                .endsWith("/profile?notice=language");
        assertThat(Browserless.location(person.post("/profile/language", Map.of("language", "fr"))))
                .endsWith("/profile?problem=language");
        assertThat(person.page("/statements").select("html").attr("lang")).isEqualTo("en-ZA");
    }

    @Test
    void ofMailIsTheOneTheReaderChose() {
        var email = someone();
        stranger()
                .signIn(email, PortalTest.PASSWORD)
                .post("/profile/language", Map.of("language", "af"));

        var other = stranger();
        ask(other, "/reset", "en");
        other.post("/reset", Map.of("email", email));

        assertThat(MailServer.await(email, "’n Nuwe wagwoord vir Spike Portal"))
                .contains("Hierdie skakel werk een keer", "Vrae? Skryf aan");
    }

    @Test
    void ofMailIsElseTheOneOfTheirLastSignIn() {
        var email = someone();
        var person = stranger();
        person.get("/language/af");
        person.signIn(email, PortalTest.PASSWORD);

        stranger().post("/reset", Map.of("email", email));

        assertThat(MailServer.await(email, "’n Nuwe wagwoord")).contains("Spike Portal");
    }

    private String someone() {
        return someone(Person.Role.MEMBER);
    }

    private String someone(Person.Role role) {
        var email = "reader-" + UUID.randomUUID() + "@example.com";
        people.add(new TenantId("spike"), email, PortalTest.PASSWORD, role);
        return email;
    }

    private static HttpResponse<String> ask(Browserless who, String path, String languages) {
        return who.send(who.request(path).header(ACCEPT, languages).GET());
    }

    private Browserless stranger() {
        return new Browserless(port, "app.localhost");
    }
}
