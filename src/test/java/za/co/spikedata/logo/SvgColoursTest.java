package za.co.spikedata.logo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgColoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    darkblue                     | ff00008b
                    RebeccaPurple                | ff663399
                    lightgoldenrodyellow         | fffafad2
                    #a1b                         | ffaa11bb
                    #A1b8                        | 88aa11bb
                    #0b5cad                      | ff0b5cad
                    #0b5cad00                    | 000b5cad
                    rgb(11, 92, 173)             | ff0b5cad
                    rgb(100% 0% 50%)             | ffff0080
                    rgba(255,255,255,.5)         | 80ffffff
                    rgb(11 92 173 / 50%)         | 800b5cad
                    hsl(0, 100%, 50%)            | ffff0000
                    hsl(120 100% 25%)            | ff008000
                    hsl(-120deg, 100%, 50%)      | ff0000ff
                    hsl(0.5turn 100% 50%)        | ff00ffff
                    hsla(240, 0%, 100%, 0.2)     | 33ffffff
                    """)
    void readsColoursAsBrowsersDo(String written, String argb) {
        assertThat(SvgColours.isColour(written)).isTrue();
        assertThat(SvgColours.of(written))
                .isEqualTo(new Color((int) Long.parseLong(argb, 16), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "nocolour",
                "#12345",
                "#1234567",
                "#xyz",
                "rgb(1, 2)",
                "rgb(var(--x))",
                "url(#a)",
                "hsl(a, b, c)"
            })
    void takesNothingElseForAColour(String other) {
        assertThat(SvgColours.isColour(other)).isFalse();
    }
}
