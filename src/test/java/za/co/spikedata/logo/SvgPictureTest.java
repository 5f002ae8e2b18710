package za.co.spikedata.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgPictureTest {
    private static final String DISC = "<circle cx='16' cy='16' r='14' fill='#0b5cad'/>";

    @ParameterizedTest
    @DisplayName("nothing that acts, moves, fetches or embeds stays in a logo")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='x'/></foreignObject>",
                "<image href='https://evil.example/x.png'/>",
                "<image xlink:href='data:image/png;base64,AA=='/>",
                "<use href='https://evil.example/x.svg#a'/>",
                "<a href='javascript:alert(1)'><rect width='3' height='3'/></a>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onload' to='alert(1)'/>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<rect width='1' height='1' style='fill:url(https://evil.example/x)'/>",
                "<rect width='1' height='1' style='background:\\75rl(https://evil.example/x)'/>",
                "<rect width='1' height='1' fill='url(https://evil.example/x#y)'/>",
                "<rect width='1' height='1' fill='u&#x72;l(//evil.example/x)'/>",
                "<rect width='1' height='1' onclick='alert(1)' ONLOAD='alert(1)'/>",
                "<filter id='f'><feImage href='https://evil.example/x'/></filter>",
                "<text font-family='x'>evil.example</text>",
                "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
                "<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>",
            })
    void keepsOnlyShapesAndColours(String hostile) {
        var made = cleaned(hostile + DISC);

        assertThat(made.removed()).isNotEmpty();
        assertThat(made.text())
                .contains("circle", "#0b5cad")
                .doesNotContainIgnoringCase("evil")
                .doesNotContainIgnoringCase("script")
                .doesNotContainIgnoringCase("href")
                .doesNotContainIgnoringCase("url(")
                .doesNotContainIgnoringCase("alert")
                .doesNotContainIgnoringCase("<style")
                .doesNotContainIgnoringCase("onl");
    }

    @ParameterizedTest
    @DisplayName("entities and document types are never read, however they grow or fetch")
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' aria-label='&x;'/>",
                "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg'>&c;</svg>",
            })
    void readsNoEntities(String hostile) {
        assertThat(made(hostile)).isInstanceOf(Logo.Refused.class);
    }

    @Test
    @DisplayName("a style that only says colours is kept as colours")
    void takesColoursOutOfStyles() {
        var made = cleaned("<rect width='9' height='9' style='fill:#123456; stroke: none'/>");

        assertThat(made.removed()).isEmpty();
        assertThat(made.text()).contains("fill=\"#123456\"").doesNotContain("style");
    }

    @Test
    @DisplayName("of a style that says more, what may stay stays and the rest is told")
    void keepsColoursOfStylesThatSayMore() {
        var made =
                cleaned(
                        "<rect width='9' height='9' style='fill:#123456 !important;"
                                + "-inkscape-stroke:none;fill-opacity:.5;font:1em x;:;"
                                + "background:url(https://evil.example/x;stroke:red'/>");

        assertThat(made.text())
                .contains("fill=\"#123456\"", "fill-opacity=\".5\"", "stroke=\"red\"")
                .doesNotContain("inkscape", "evil");
        assertThat(made.removed())
                .containsExactlyInAnyOrder("-inkscape-stroke", "background", "font", "style");
    }

    @Test
    @DisplayName("a style of another language's is none")
    void knowsStylesByTheirNamespace() {
        var made = cleaned("<g xmlns:a='urn:a' a:style='fill:#123456'>" + DISC + "</g>");

        assertThat(made.text()).doesNotContain("#123456");
        assertThat(made.removed()).containsExactly("style");
    }

    @Test
    @DisplayName("what was cleaned once is the same when it is cleaned again, and is served")
    void isCleanOnceCleaned() {
        var once =
                cleaned(
                        "<title>x</title><script/><g style='fill:#fff' clip-path='url(#c)'>"
                                + "<path d='M1&#9;1h9&#13;&#10;v9z&#xa;' transform='rotate(3)'/></g>"
                                + "<clipPath id='c'><rect width='3' height='3'/></clipPath>");
        var again = (Logo.Svg) made(once.text());

        assertThat(again.text()).isEqualTo(once.text());
        assertThat(again.removed()).isEmpty();
        assertThat(SvgPicture.faults(once.text())).isEmpty();
        assertThat(SvgPicture.faults("<svg><script/></svg>")).containsExactly("<script>");
        assertThat(SvgPicture.faults("<svg><title>x</title></svg>")).isNotEmpty();
    }

    @Test
    @DisplayName("nesting, elements and bytes are bounded, and nothing takes long")
    void boundsWhatItReads() {
        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    assertThat(why(svg("<g>".repeat(50_000) + DISC + "</g>".repeat(50_000))))
                            .isEqualTo(Logo.Why.TOO_INTRICATE);
                    assertThat(why(svg(DISC.repeat(3_000)))).isEqualTo(Logo.Why.TOO_INTRICATE);
                    assertThat(why(svg("<path d='" + "M1 1h9".repeat(30_000) + "'/>")))
                            .isEqualTo(Logo.Why.TOO_LARGE);
                    assertThat(why(" ".repeat(Logo.MOST_BYTES + 1))).isEqualTo(Logo.Why.TOO_LARGE);
                });
    }

    @Test
    @DisplayName("no attribute within what a drawing may have takes long to read or to draw")
    void readsAndDrawsEverythingSoon() {
        var zigzag = new StringBuilder("M0 0");
        for (int i = 0; zigzag.length() < 49_000; i++) {
            zigzag.append("L").append(i * 37 % 32).append(' ').append(i * 11 % 32);
        }
        var slow =
                List.of(
                        "<g transform='%s'/>".formatted("a".repeat(48_000)),
                        "<g transform='%s'/>".formatted("scale(1)".repeat(6_000)),
                        "<path d='M1 1%s%%'/>".formatted(" ".repeat(48_000)),
                        "<path stroke='red' stroke-width='9' d='%s'/>".formatted(zigzag));

        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    for (var each : slow) {
                        assertThat(cleaned(each + DISC).text()).contains("circle");
                    }
                });
    }

    @ParameterizedTest
    @DisplayName("a transform says what SVG knows, and nothing else")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    translate(1,2) rotate(3 4 5)      | true
                    matrix(1 0 0 1 -3.5e-1 .5),skewX(3) | true
                    scale (2)                         | true
                    rotate                            | false
                    turn(3)                           | false
                    rotate(var(--x))                  | false
                    rotate(3                          | false
                    """)
    void knowsTransforms(String said, boolean isKept) {
        var made = cleaned("<g transform='%s'>%s</g>".formatted(said, DISC));

        assertThat(made.text().contains("transform")).isEqualTo(isKept);
        assertThat(made.removed().contains("transform")).isEqualTo(!isKept);
    }

    @Test
    @DisplayName("what is no drawing, or shows nothing, is refused by name")
    void refusesWhatIsNone() {
        for (var none : new String[] {"", "<p>no</p>", "not XML", "<svg", "%PDF-1.4"}) {
            assertThat(why(none)).as(none).isEqualTo(Logo.Why.NOT_A_PICTURE);
        }
        assertThat(why(svg(""))).isEqualTo(Logo.Why.EMPTY);
        assertThat(why(svg("<rect width='9' height='9' fill='none'/>"))).isEqualTo(Logo.Why.EMPTY);
    }

    private static Logo.Svg cleaned(String inside) {
        return (Logo.Svg) made(svg(inside));
    }

    private static Logo.Why why(String text) {
        return ((Logo.Refused) made(text)).why();
    }

    private static Logo made(String text) {
        return Logo.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String svg(String inside) {
        return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " viewBox='0 0 32 32'>%s</svg>".formatted(inside);
    }
}
