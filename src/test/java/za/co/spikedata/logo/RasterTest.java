package za.co.spikedata.logo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.co.spikedata.palette.Colour;

class RasterTest {
    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final Colour NIGHT = new Colour(24, 33, 44);

    @ParameterizedTest(name = "{0}")
    @DisplayName("a logo is seen to vanish where it does, and nowhere else")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    white letters             | <path d='M4 4h4v24h-4zM14 4h4v24h-4z' fill='#fff'/>                                | true  | false
                    black letters             | <path d='M4 4h4v24h-4zM14 4h4v24h-4z'/>                                            | false | true
                    a blue tile with a mark   | <rect width='32' height='32' rx='8' fill='#3b82d6'/><path d='M9 9h9v9z' fill='#fff'/> | false | false
                    a white tile, dark mark   | <rect width='32' height='32' rx='8' fill='#fff'/><path d='M9 9h12v12z'/>           | false | false
                    white words, a blue dot   | <path d='M1 4h4v24h-4zM8 4h4v24h-4z' fill='#fff'/><circle cx='27' cy='16' r='3' fill='#3b82d6'/> | true | false
                    yellow letters            | <path d='M4 4h4v24h-4z' fill='#ffe000'/>                                           | true  | false
                    a white line              | <path d='M4 4L28 28' stroke='#fff' stroke-width='4' fill='none'/>                  | true  | false
                    white by inheritance      | <g fill='white'><g><circle cx='16' cy='16' r='9'/></g></g>                         | true  | false
                    white by gradient         | <linearGradient id='a'><stop stop-color='#fff'/><stop offset='1' stop-color='#eee'/></linearGradient><rect width='30' height='30' fill='url(#a)'/> | true | false
                    white by its colour       | <g color='white'><g><circle cx='16' cy='16' r='9' fill='currentColor'/></g></g>    | true  | false
                    white stops by colour     | <linearGradient id='a' color='#fff'><stop stop-color='currentcolor'/></linearGradient><rect width='30' height='30' fill='url(#a)'/> | true | false
                    the faintest black        | <path d='M4 4h14v24h-14z' fill='rgba(0, 0, 0, .4)' stroke='#fff' stroke-width='9'/> | true  | false
                    stops that hardly show    | <linearGradient id='a'><stop stop-opacity='.2'/><stop stop-color='#fff'/></linearGradient><rect width='30' height='30' fill='url(#a)'/> | true | false
                    a black arc               | <path d='M4 16A12 12 0 1 1 4 17Z'/>                                                | false | true
                    """)
    void vanishes(String name, String inside, boolean isOnWhite, boolean isAtNight) {
        var logo = of(inside);

        assertThat(logo.vanishesOn(WHITE)).as("on white").isEqualTo(isOnWhite);
        assertThat(logo.vanishesOn(NIGHT)).as("at night").isEqualTo(isAtNight);
    }

    @Test
    @DisplayName("moved, turned and scaled, curves and arcs stay where drawings say")
    void drawsWhereItSays() {
        var red = "fill='#e00000'";
        var disc = of("<circle cx='16' cy='16' r='10' %s/>".formatted(red));
        for (var same :
                new String[] {
                    "<path d='M6 16a10 10 0 1 0 20 0a10 10 0 1 0-20 0z' %s/>",
                    "<path d='M6 16A10 10 0 0 1 26 16A10 10 0 0 1 6 16' %s/>",
                    "<ellipse rx='5' ry='10' transform='translate(16 16) scale(2 1)' %s/>",
                    "<g transform='rotate(90 16 16)'><circle cx='16' cy='16' r='10' %s/></g>",
                    "<path d='M6,16C6,10.48 10.48,6 16,6S26 10.48 26 16s-4.48,10-10,10S6 21.52 6 16'"
                            + " %s/>",
                    "<path d='M16 16m-10 0a10 10 0 0020 0a10 10 0 00-20 0' %s/>",
                }) {
            var other = of(same.formatted(red));
            assertThat(different(disc, other)).as(same).isLessThan(60);
        }
        assertThat(
                        different(
                                disc,
                                of("<rect x='6' y='6' width='20' height='20' %s/>".formatted(red))))
                .as("a square is another")
                .isGreaterThan(200);
    }

    private static long different(Raster one, Raster other) {
        return java.util.stream.IntStream.range(0, Raster.SIDE * Raster.SIDE)
                .filter(at -> one.isDrawn(at) != other.isDrawn(at))
                .count();
    }

    private static Raster of(String inside) {
        return Raster.ofSvg(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>%s</svg>"
                                .formatted(inside))
                .orElseThrow();
    }
}
