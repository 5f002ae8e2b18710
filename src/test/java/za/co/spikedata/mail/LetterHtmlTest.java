package za.co.spikedata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;

/** What mail programs are given to draw. */
class LetterHtmlTest {
    private static final Palette PALETTE =
            Palette.of(new Colour(122, 31, 92), new Colour(31, 122, 92));
    private static final String LINK = "https://harbour.example/reset/a?b=1&c=2";

    @Test
    void tellsTheSameAsThePlainText() {
        var letter =
                letter(
                        "A new password",
                        new Letter.Paragraph("Somebody asked.\nFor you."),
                        new Letter.Action(LINK, LINK, "Choose it"),
                        new Letter.Paragraph("Not you?"));

        var page = Jsoup.parse(LetterHtml.of(letter, looks(), ""));

        assertThat(letter.plain())
                .isEqualTo(
                        "Somebody asked.\nFor you.\n\n" + LINK + "\n\nNot you?\n\nSent by us.\n");
        assertThat(page.title()).isEqualTo("A new password");
        assertThat(page.select("h1").text()).isEqualTo("A new password");
        assertThat(page.select("p").eachText())
                .containsExactly(
                        "Somebody asked. For you.", "Or open: " + LINK, "Not you?", "Sent by us.");
        assertThat(page.select("a[href]").eachAttr("href")).containsExactly(LINK, LINK);
        assertThat(page.select("td > a").text()).isEqualTo("Choose it");
    }

    @Test
    void escapesWhateverATenantOrAPersonCallsThemselves() {
        var nasty = "<img src=x onerror=alert(1)>\"'&</title><script>1</script>";
        var letter =
                new Letter(
                        nasty,
                        Locale.ENGLISH,
                        nasty,
                        List.of(
                                new Letter.Paragraph(nasty),
                                new Letter.Action(
                                        LINK + "\"><script>", LINK + "\"><script>", nasty)),
                        nasty,
                        nasty);

        var page = Jsoup.parse(LetterHtml.of(letter, looks(), ""));

        assertThat(page.select("script, [onerror], img")).isEmpty();
        assertThat(page.title()).isEqualTo(nasty);
        assertThat(page.select("h1").text()).isEqualTo(nasty);
        assertThat(page.select("a").attr("href")).isEqualTo(LINK + "\"><script>");
    }

    @Test
    void isDrawnInTheBrandsColoursInLightAndDark() {
        var html = LetterHtml.of(letter("x", new Letter.Action(LINK, LINK, "Go")), looks(), "");
        var page = Jsoup.parse(html);

        var button = page.select("td > a").attr("style");
        assertThat(button)
                .contains("background-color:" + PALETTE.light().get("accent").hex())
                .contains(";color:" + PALETTE.light().get("on-accent").hex());
        assertThat(page.body().attr("style")).contains(PALETTE.light().get("ground").hex());
        assertThat(page.select("style").html())
                .contains("prefers-color-scheme: dark")
                .contains(".accent{background-color:" + PALETTE.dark().get("accent").hex())
                .contains(".ink{color:" + PALETTE.dark().get("ink").hex());
        assertThat(page.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
    }

    @Test
    void fetchesAndRunsNothing() {
        var looks = looks();
        var withLogo =
                new LetterLooks(
                        looks.light(), looks.dark(), looks.shape(), Optional.of(new byte[] {1}));
        var html =
                LetterHtml.of(
                        letter("x", new Letter.Action(LINK, LINK, "Go")), withLogo, "cid:logo@h");

        assertThat(html).doesNotContain("url(", "@import", "<script", "<link", "var(");
        assertThat(Jsoup.parse(html).select("[src]").eachAttr("src")).containsExactly("cid:logo@h");
    }

    @Test
    void saysItsLanguageAndTheWayItIsWritten() {
        for (var each :
                Map.of("af-ZA", "ltr", "zu-ZA", "ltr", "ar", "rtl", "he-IL", "rtl").entrySet()) {
            var locale = Locale.forLanguageTag(each.getKey());
            var letter = new Letter("Us", locale, "x", List.of(), "Or open:", "Sent by us.");
            var html = Jsoup.parse(LetterHtml.of(letter, looks(), "")).select("html");
            assertThat(html.attr("lang")).isEqualTo(each.getKey());
            assertThat(html.attr("dir")).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    @Test
    void takesNoHalfOfASheetThatSaysColoursOtherwise() {
        var greys = Palette.of(new Colour(9, 9, 9), new Colour(9, 9, 9)).light();
        var sheet = new java.util.HashMap<String, String>();
        PALETTE.light().forEach((name, colour) -> sheet.put(name, colour.hex()));
        assertThat(LetterLooks.Colours.of(sheet, greys).hex("ink"))
                .isEqualTo(PALETTE.light().get("ink").hex());

        sheet.put("ground", "rgb(0 0 0)");

        assertThat(LetterLooks.Colours.of(sheet, greys).tokens()).isEqualTo(greys);
    }

    @Test
    void hasTheFontsAndCornersOfTheThemeUnlessTheyCouldBeMore() {
        var page =
                Jsoup.parse(
                        LetterHtml.of(
                                letter("x", new Letter.Action(LINK, LINK, "Go")), looks(), ""));
        assertThat(page.select("h1").attr("style")).contains("font-family:Georgia, serif;");
        assertThat(page.select("p").attr("style")).contains("font-family:'Gill Sans', sans-serif;");
        assertThat(page.select("td.surface").attr("style")).contains("border-radius:2px");
        assertThat(page.select("td > a").attr("style")).contains("border-radius:3px");

        var typed = "x;background:url(https://evil.example)";
        assertThat(
                        LetterLooks.Shape.of(
                                Map.of(
                                        "font",
                                        typed,
                                        "font-display",
                                        "a\"><script>",
                                        "radius",
                                        typed,
                                        "radius-small",
                                        "calc(1px + 1px)")))
                .isEqualTo(
                        new LetterLooks.Shape(
                                "Helvetica,Arial,sans-serif",
                                "Helvetica,Arial,sans-serif",
                                "0",
                                "0"));
    }

    private static Letter letter(String subject, Letter.Part... parts) {
        return new Letter("Us", Locale.ENGLISH, subject, List.of(parts), "Or open:", "Sent by us.");
    }

    private static LetterLooks looks() {
        return new LetterLooks(
                new LetterLooks.Colours(PALETTE.light(), Optional.empty()),
                new LetterLooks.Colours(PALETTE.dark(), Optional.empty()),
                LetterLooks.Shape.of(
                        Map.of(
                                "font", "\"Gill Sans\", sans-serif",
                                "font-display", "Georgia, serif",
                                "radius", "2px",
                                "radius-small", "3px")),
                Optional.empty());
    }
}
