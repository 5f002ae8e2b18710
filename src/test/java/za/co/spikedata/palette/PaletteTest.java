package za.co.spikedata.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    private static final int PAIRS = 10_000;
    private static final List<String> BEHIND = List.of("ground", "surface", "surface-sunk");

    @Test
    @DisplayName("any two colours become tokens that can be read in light and dark")
    void canBeRead() {
        var random = new Random(7);
        for (int i = 0; i < PAIRS; i++) {
            var first = any(random);
            var second = any(random);
            var palette = Palette.of(first, second);
            for (var tokens : List.of(palette.light(), palette.dark())) {
                assertThat(unreadable(tokens)).as(first.hex() + " " + second.hex()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b5cad", "#8a3a1f", "#4a3aa7", "#0e6b44"})
    @DisplayName("a colour that can be read stays as it is")
    void staysAsItIs(String hex) {
        var colour = Colour.parse(hex).orElseThrow();

        assertThat(Palette.of(colour, colour).light().get("accent")).isEqualTo(colour);
    }

    @Test
    @DisplayName("black, white and yellow are brands too")
    void takesTheEnds() {
        for (var hex : List.of("#000000", "#ffffff", "#ffff00", "#808080")) {
            var colour = Colour.parse(hex).orElseThrow();
            var palette = Palette.of(colour, colour);
            assertThat(unreadable(palette.light())).as(hex).isEmpty();
            assertThat(unreadable(palette.dark())).as(hex).isEmpty();
        }
    }

    @Test
    @DisplayName("chart colours are told apart by readers who see no red, green or blue")
    void areToldApart() {
        var random = new Random(8);
        for (int i = 0; i < 500; i++) {
            var palette = Palette.of(any(random), any(random));
            for (var tokens : List.of(palette.light(), palette.dark())) {
                for (var sight : Sight.values()) {
                    assertThat(closest(tokens, sight)).as(sight + " " + tokens).isGreaterThan(0.06);
                }
            }
        }
    }

    @Test
    @DisplayName("two colours that only red and green tell apart are found to be close")
    void closeOnesAreFound() {
        var red = Colour.parse("#b05a2a").orElseThrow();
        var green = Colour.parse("#7a7a2a").orElseThrow();
        var tokens = Map.of("chart-1", red, "chart-2", green);

        assertThat(closest(tokens, Sight.NO_GREEN)).isLessThan(0.06);
        assertThat(closest(tokens, Sight.WHOLE)).isGreaterThan(0.06);
    }

    private static List<String> unreadable(Map<String, Colour> tokens) {
        return Stream.of(
                        below(tokens, 4.5, List.of("ink", "ink-soft"), BEHIND),
                        below(
                                tokens,
                                4.5,
                                List.of("accent", "accent-strong", "good", "bad"),
                                BEHIND),
                        below(tokens, 4.5, List.of("warn"), BEHIND),
                        below(
                                tokens,
                                4.5,
                                List.of("accent", "accent-strong"),
                                List.of("accent-soft")),
                        below(
                                tokens,
                                4.5,
                                List.of("on-accent"),
                                List.of("accent", "accent-strong")),
                        below(tokens, 4.5, List.of("ink"), List.of("accent-soft")),
                        below(tokens, 4.5, List.of("good", "ink"), List.of("good-soft")),
                        below(tokens, 4.5, List.of("warn", "ink"), List.of("warn-soft")),
                        below(tokens, 4.5, List.of("bad", "ink"), List.of("bad-soft")),
                        below(tokens, 3, List.of("line-strong", "focus"), BEHIND),
                        below(tokens, 3, List.of("chart-1", "chart-2"), BEHIND),
                        below(tokens, 3, List.of("chart-3", "chart-4"), BEHIND))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> below(
            Map<String, Colour> tokens, double least, List<String> front, List<String> behind) {
        return front.stream()
                .flatMap(one ->
                        behind.stream()
                                .filter(other ->
                                        tokens.get(one).contrast(tokens.get(other)) < least)
                                .map(other -> one + " on " + other))
                .toList();
    }

    /** Distance in OKLab of the two chart colours that look most alike. */
    private static double closest(Map<String, Colour> tokens, Sight sight) {
        var seen =
                tokens.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("chart-"))
                        .map(entry -> Lch.of(sight.seen(entry.getValue())))
                        .toList();
        double closest = 1;
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                closest = Math.min(closest, distance(seen.get(i), seen.get(j)));
            }
        }
        return closest;
    }

    private static double distance(Lch one, Lch other) {
        double turn = Math.toRadians(one.hue() - other.hue());
        double x = one.chroma() - other.chroma() * Math.cos(turn);
        double y = other.chroma() * Math.sin(turn);
        return Math.sqrt(x * x + y * y + Math.pow(one.lightness() - other.lightness(), 2));
    }

    private static Colour any(Random random) {
        return new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** How people see (Machado, Oliveira and Fernandes 2009, severity 1; on intensities). */
    private enum Sight {
        WHOLE(1, 0, 0, 0, 1, 0, 0, 0, 1),
        NO_RED(
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998),
        NO_GREEN(
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881),
        NO_BLUE(
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900);

        private final double[] parts;

        Sight(double... parts) {
            this.parts = parts;
        }

        Colour seen(Colour colour) {
            return new Colour(part(colour, 0), part(colour, 3), part(colour, 6));
        }

        private int part(Colour colour, int row) {
            double light =
                    parts[row] * Colour.linear(colour.red())
                            + parts[row + 1] * Colour.linear(colour.green())
                            + parts[row + 2] * Colour.linear(colour.blue());
            return (int) Math.clamp(Colour.written(light), 0, 255);
        }
    }
}
