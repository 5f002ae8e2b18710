package za.co.spikedata.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import za.co.spikedata.palette.Colour;
import za.co.spikedata.palette.Palette;
import za.co.spikedata.tenancy.Brand;

/**
 * What a brand's mail is drawn with: its compiled tokens as colours, for mail programs know no
 * custom properties.
 *
 * @param logo a PNG picture
 */
record LetterLooks(Colours light, Colours dark, Shape shape, Optional<byte[]> logo) {
    private static final Colour GREY = new Colour(96, 96, 96);
    private static final Palette GREYS = Palette.of(GREY, GREY);

    /**
     * What is the same in both schemes, each as CSS writes it within an attribute.
     *
     * @param font the families of texts
     * @param display the families of headings
     * @param radius of what holds others
     * @param small of a button
     */
    record Shape(String font, String display, String radius, String small) {
        private static final Pattern FAMILIES = Pattern.compile("[\\w .,\"'-]{1,300}");
        private static final Pattern LENGTH = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?(px|rem)");
        private static final String PLAIN = "Helvetica,Arial,sans-serif";

        static Shape of(Map<String, String> sheet) {
            return new Shape(
                    families(sheet.getOrDefault("font", "")),
                    families(sheet.getOrDefault("font-display", "")),
                    length(sheet.getOrDefault("radius", "")),
                    length(sheet.getOrDefault("radius-small", "")));
        }

        private static String families(String said) {
            return FAMILIES.matcher(said).matches() ? said.replace('"', '\'') : PLAIN;
        }

        private static String length(String said) {
            return LENGTH.matcher(said).matches() ? said : "0";
        }
    }

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
        var sheet = brand.lightTokens();
        return new LetterLooks(
                Colours.of(sheet, GREYS.light()),
                Colours.of(brand.darkTokens(), GREYS.dark()),
                Shape.of(sheet),
                brand.logoPixels());
    }
}
