package za.co.spikedata.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final Locale AFRIKAANS = Locale.of("af", "ZA");
    private static final String TENANT =
            """
            name: Blue Lenders
            hosts: [blue.example.com]
            mail: {from-name: Blue, from-address: blue@example.com}
            support: {email: help@example.com}
            """;

    private final Map<String, String> files =
            new HashMap<>(
                    Map.of(
                            "themes/base/tokens.css", ":root { --accent: red; }",
                            "themes/base/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
                            "themes/base/messages.properties", "greeting=Hello\nfarewell=Goodbye",
                            "themes/base/messages_af.properties", "greeting=Hallo",
                            "themes/base/messages_zu.properties", "greeting=Sawubona",
                            "tenants/blue/tenant.yml", TENANT));

    @Test
    void areTheCompleteOnesWhereATenantSaysNothing() {
        assertThat(brand().tenant().languages()).containsExactly("en", "af");
    }

    @Test
    void beginWithTheTenantsOwn() {
        files.put("tenants/blue/tenant.yml", TENANT + "locale: zu-ZA\n");

        assertThat(brand().tenant().languages()).containsExactly("zu", "en", "af");
    }

    @Test
    void areThoseATenantNames() {
        files.put("tenants/blue/tenant.yml", TENANT + "languages: [zu, en]\n");

        var tenant = brand().tenant();
        assertThat(tenant.languages()).containsExactly("zu", "en");
        assertThat(tenant.speaking("zu")).contains(Locale.of("zu", "ZA"));
        assertThat(tenant.speaking("af")).isEmpty();
    }

    @Test
    void areRefusedWithAllMistakesAtOnce() {
        files.put("tenants/blue/tenant.yml", TENANT + "languages: [fr, af, af]\n");
        files.put(
                "tenants/red/tenant.yml",
                TENANT.replace("blue.", "red.") + "locale: fr-FR\nlanguages: [en]\n");
        files.put("tenants/blue/messages.properties", "greeting=Hello {0");

        var invalid =
                catchThrowableOfType(InvalidLayers.class, () -> Tenants.of(files, "example.com"));

        assertThat(invalid.mistakes())
                .containsExactlyInAnyOrder(
                        "tenants/blue/tenant.yml: languages: expected some of [af, en, zu], got fr",
                        "tenants/blue/tenant.yml: languages: af is listed twice",
                        "tenants/blue/tenant.yml: languages: en is missing, the language of its"
                                + " locale",
                        "tenants/red/tenant.yml: locale: has texts in [af, en, zu], not in fr",
                        "tenants/red/tenant.yml: languages: fr is missing, the language of its"
                                + " locale",
                        "tenants/blue/messages.properties: greeting: its braces do not match");
    }

    @Test
    void goBeforeTheLayersOfATenant() {
        files.put("tenants/blue/messages.properties", "greeting=Hello from Blue\nfarewell=Bye");

        assertThat(brand().message("greeting", AFRIKAANS)).contains("Hallo");
        assertThat(brand().message("farewell", AFRIKAANS)).contains("Bye");
        assertThat(brand().message("greeting", Locale.ENGLISH)).contains("Hello from Blue");
    }

    @Test
    void areSaidInTheTenantsOwnWordsWhereItHasSome() {
        files.put("tenants/blue/tenant.yml", TENANT + "theme: sea\n");
        files.put("themes/sea/theme.yml", "parent: base\n");
        files.put("themes/sea/messages_af.properties", "greeting=Hallo see\nfarewell=Totsiens see");
        files.put("tenants/blue/messages_af.properties", "greeting=Hallo van Blou");

        assertThat(brand().message("greeting", AFRIKAANS)).contains("Hallo van Blou");
        assertThat(brand().message("farewell", AFRIKAANS)).contains("Totsiens see");
    }

    @Test
    void haveSlotsOfTheirOwn() {
        files.put("tenants/blue/slots/footer.html", "<p>Lender</p>");
        files.put("tenants/blue/slots/footer_af.html", "<p>Uitlener</p>");

        assertThat(brand().slot("footer", AFRIKAANS)).contains("<p>Uitlener</p>");
        assertThat(brand().slot("footer", Locale.of("zu"))).contains("<p>Lender</p>");
    }

    @Test
    void tellWhatHadToBeSaidInEnglish() {
        var texts = new BrandMessages();
        try (var _ = CurrentBrand.enter(brand())) {
            assertThat(texts.getMessage("greeting", null, AFRIKAANS)).isEqualTo("Hallo");
            assertThat(CurrentBrand.isPartlyEnglish()).isFalse();
            assertThat(texts.getMessage("farewell", null, Locale.UK)).isEqualTo("Goodbye");
            assertThat(CurrentBrand.isPartlyEnglish()).isFalse();
            assertThat(texts.getMessage("farewell", null, AFRIKAANS)).isEqualTo("Goodbye");
            assertThat(CurrentBrand.isPartlyEnglish()).isTrue();
        }
        try (var _ = CurrentBrand.enter(brand())) {
            assertThat(CurrentBrand.isPartlyEnglish()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Dit is 'n rekening van {0},Dit is 'n rekening van Blou",
                "It''s {0}'s,It's Blou's",
                "'{0}' and '{'0'}' are {0},{0} and {0} are Blou",
                "'n,'n"
            })
    void takeApostrophesAsPeopleWriteThem(String written, String said) {
        assertThat(MessageFormat.format(MessageText.escaped(written), "Blou")).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/statements?show=all&page=2", "/a//b", "/reset/x_-Y%20z"})
    void bringPeopleBackToTheirPage(String path) {
        assertThat(OwnPath.of(path, "/otherwise")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "",
                "/\t/evil.example",
                "/x\r\nSet-Cookie: a=b",
                "/a\\b",
                "/{x}"
            })
    void bringNobodyElsewhere(String path) {
        assertThat(OwnPath.of(path, "/otherwise")).isEqualTo("/otherwise");
    }

    private Brand brand() {
        return Tenants.of(files, "example.com").findByHost("blue.example.com").orElseThrow();
    }
}
