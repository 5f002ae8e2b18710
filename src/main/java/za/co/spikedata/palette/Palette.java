package za.co.spikedata.palette;

import java.util.Map;

/**
 * The colour tokens of a brand, made of any two colours, in light and dark. Text has 4.5:1 with all
 * that lies behind it, edges and focus 3:1 (WCAG 2.2 AA), and the four chart colours differ in
 * light so much that colour-blind readers tell them apart. A brand's colour stays as it is where it
 * can be read, and else moves no further than it must.
 */
public record Palette(Map<String, Colour> light, Map<String, Colour> dark) {
    /**
     * @param first buttons and links
     * @param second a touch of it is in the grounds
     */
    public static Palette of(Colour first, Colour second) {
        var speaks = Lch.of(first);
        var tints = Lch.of(second);
        return new Palette(Scheme.LIGHT.tokens(speaks, tints), Scheme.DARK.tokens(speaks, tints));
    }

    /** Custom properties for {@code tokens.css}. */
    public String css() {
        return ":root {\n%s}\n@media (prefers-color-scheme: dark) {\n:root {\n%s}\n}\n"
                .formatted(properties(light), properties(dark));
    }

    private static String properties(Map<String, Colour> tokens) {
        var css = new StringBuilder();
        tokens.forEach((name, colour) ->
                css.append("  --").append(name).append(": ").append(colour.hex()).append(";\n"));
        return css.toString();
    }
}
