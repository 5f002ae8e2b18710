package za.co.spikedata.tenancy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import za.co.spikedata.logo.Raster;
import za.co.spikedata.palette.Colour;

/**
 * Looks at a logo on everything a brand lays behind it, in light and dark, and puts a plate behind
 * it where it would vanish.
 */
final class LogoPlate {
    private static final List<String> SURFACES = List.of("ground", "surface", "surface-sunk");
    private static final List<Colour> PLATES =
            List.of(new Colour(255, 255, 255), new Colour(17, 17, 17), new Colour(128, 128, 128));

    private LogoPlate() {}

    /** Custom properties to follow a brand's own. */
    static String css(String tokens, LogoFile logo) {
        var raster = logo.raster();
        return raster.map(seen ->
                        block(seen, TokenSheet.LIGHT, tokens)
                                + "@media (prefers-color-scheme: dark) {\n"
                                + block(seen, TokenSheet.DARK, tokens)
                                + "}\n")
                .orElse("");
    }

    private static String block(Raster logo, TokenSheet sheet, String tokens) {
        return plate(logo, sheet, tokens)
                .map(colour ->
                        ":root { --logo-plate: %s; --logo-room: 3px; }\n".formatted(colour.hex()))
                .orElse(":root { --logo-plate: transparent; --logo-room: 0; }\n");
    }

    /** A surface that is not written as {@code #rrggbb} may be any: then there is a plate too. */
    static Optional<Colour> plate(Raster logo, TokenSheet sheet, String tokens) {
        var values = sheet.values(tokens);
        boolean isSeen =
                SURFACES.stream()
                        .map(surface -> Colour.parse(values.getOrDefault(surface, "")))
                        .allMatch(surface ->
                                surface.filter(colour -> !logo.vanishesOn(colour)).isPresent());
        return isSeen
                ? Optional.empty()
                : PLATES.stream().min(Comparator.comparingDouble(logo::lost));
    }
}
