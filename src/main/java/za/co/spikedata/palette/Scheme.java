package za.co.spikedata.palette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Light or dark: where the grounds lie, and which way from them a colour is easier to read. */
enum Scheme {
    LIGHT(0.975, 1, 0.95, 0.89, 0.95, 0.24, 0.47, 0.62, -1),
    DARK(0.19, 0.245, 0.29, 0.36, 0.31, 0.96, 0.77, 0.66, 1);

    /** WCAG 2.2, 1.4.3 and 1.4.11, with a little to spare for rounding in browsers. */
    static final double TEXT = 4.55;

    static final double EDGE = 3.05;

    /** Neighbours differ by half in light, which colour blindness takes from bright reds alone. */
    private static final double[] CHART = {11.6, 7.5, 4.9, 3.2};

    private static final double CHART_CHROMA = 0.09;
    private static final double[] CHART_TURNS = {0, 0, 150, 210};
    private static final double STEP = 0.004;
    private static final double STRONGER = 0.08;
    private static final double SOFT_CHROMA = 0.045;
    private static final List<Map.Entry<String, Lch>> MEANINGS =
            List.of(
                    Map.entry("good", new Lch(0, 0.12, 155)),
                    Map.entry("warn", new Lch(0, 0.11, 75)),
                    Map.entry("bad", new Lch(0, 0.17, 27)));

    private final double ground;
    private final double surface;
    private final double sunk;
    private final double line;
    private final double soft;
    private final double ink;
    private final double inkSoft;
    private final double middle;
    private final int away;

    Scheme(
            double ground,
            double surface,
            double sunk,
            double line,
            double soft,
            double ink,
            double inkSoft,
            double middle,
            int away) {
        this.ground = ground;
        this.surface = surface;
        this.sunk = sunk;
        this.line = line;
        this.soft = soft;
        this.ink = ink;
        this.inkSoft = inkSoft;
        this.middle = middle;
        this.away = away;
    }

    /** All tokens by name; the first colour speaks, the second tints what lies behind. */
    Map<String, Colour> tokens(Lch first, Lch second) {
        var tokens = new LinkedHashMap<String, Colour>();
        tokens.put("ground", tint(second, ground, 0.007).colour());
        tokens.put("surface", tint(second, surface, away > 0 ? 0.018 : 0).colour());
        tokens.put("surface-sunk", tint(second, sunk, 0.014).colour());
        var behind = List.copyOf(tokens.values());
        tokens.put("ink", far(tint(first, ink, 0.025), TEXT, behind).colour());
        tokens.put("ink-soft", far(tint(first, inkSoft, 0.03), TEXT, behind).colour());
        tokens.put("line", tint(second, line, 0.02).colour());
        tokens.put("line-strong", far(tint(first, middle, 0.03), EDGE, behind).colour());
        accent(first, behind, tokens);
        for (var meaning : MEANINGS) {
            meaning(meaning.getKey(), meaning.getValue(), behind, tokens);
        }
        for (int i = 0; i < CHART.length; i++) {
            var wish = i == 0 ? first : second.withHue(second.hue() + CHART_TURNS[i]);
            tokens.put(
                    "chart-" + (i + 1),
                    far(tint(wish, surface, CHART_CHROMA), CHART[i], behind).colour());
        }
        return tokens;
    }

    private void accent(Lch first, List<Colour> behind, Map<String, Colour> tokens) {
        var soft = tint(first, this.soft, SOFT_CHROMA).colour();
        var grounds = with(behind, soft);
        var accent = far(first, TEXT, grounds);
        var strong = far(accent.withLightness(accent.lightness() + away * STRONGER), TEXT, grounds);
        var near = List.of(accent.colour(), strong.colour());
        var on = tint(first, away > 0 ? 0.25 : 1, 0.06);
        tokens.put("accent", accent.colour());
        tokens.put("accent-strong", strong.colour());
        tokens.put("on-accent", moved(on, TEXT, near, -away).colour());
        tokens.put("accent-soft", soft);
        tokens.put("focus", accent.colour());
    }

    private void meaning(String name, Lch hue, List<Colour> behind, Map<String, Colour> tokens) {
        var soft = tint(hue, this.soft, SOFT_CHROMA).colour();
        tokens.put(name, far(hue.withLightness(middle), TEXT, with(behind, soft)).colour());
        tokens.put(name + "-soft", soft);
    }

    private static List<Colour> with(List<Colour> some, Colour another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    private static Lch tint(Lch of, double lightness, double most) {
        return new Lch(lightness, Math.min(of.chroma(), most), of.hue());
    }

    /** The nearest to the wish that is far enough from all that lies behind it. */
    private Lch far(Lch wish, double least, List<Colour> behind) {
        return moved(wish, least, behind, away);
    }

    private static Lch moved(Lch wish, double least, List<Colour> behind, int way) {
        var moved = wish;
        while (!isFar(moved.colour(), least, behind)
                && (way < 0 ? moved.lightness() > 0 : moved.lightness() < 1)) {
            moved = moved.withLightness(moved.lightness() + way * STEP);
        }
        return moved;
    }

    private static boolean isFar(Colour colour, double least, List<Colour> behind) {
        return behind.stream().allMatch(ground -> ground.contrast(colour) >= least);
    }
}
