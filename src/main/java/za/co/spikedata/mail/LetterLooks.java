package za.co.spikedata.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;
import za.co.spikedata.tenancy.Brand;

/**
 * What a brand's mail is drawn with: its compiled tokens as colours, for mail programs know no
 * custom properties.
 *
 * @param logo a PNG picture
 */
record LetterLooks(Colours light, Colours dark, Optional<byte[]> logo) {
    private static final Colour GREY = new Colour(96, 96, 96);

    /** A scheme's colours by the names of their tokens, and what lies behind a logo in it. */
    record Colours(Map<String, Colour> tokens, Optional<Colour> plate) {
        private static final List<String> NAMES =
                List.of("ground", "surface", "ink", "ink-soft", "line", "accent", "on-accent");

        /** Those of a sheet that says them all as colours, or else greys: never a mix of both. */
        static Colours of(Map<String, String> sheet, Map<String, Colour> greys) {
            var tokens = new LinkedHashMap<String, Colour>();
            for (var name : NAMES) {
                Colour.parse(sheet.getOrDefault(name, ""))
                        .ifPresent(colour -> tokens.put(name, colour));
            }
            return new Colours(
                    tokens.size() == NAMES.size() ? tokens : greys,
                    Colour.parse(sheet.getOrDefault("logo-plate", "")));
        }

        String hex(String token) {
            var colour = tokens.get(token);
            if (colour == null) {
                throw new IllegalArgumentException("Expected a token of mails, got " + token);
            }
            return colour.hex();
        }
    }

    static LetterLooks of(Brand brand) {
        var greys = Palette.of(GREY, GREY);
        return new LetterLooks(
                Colours.of(brand.lightTokens(), greys.light()),
                Colours.of(brand.darkTokens(), greys.dark()),
                brand.logoPixels());
    }
}
