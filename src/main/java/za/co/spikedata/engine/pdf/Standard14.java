package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.fontbox.afm.AFMParser;
import org.apache.fontbox.afm.CharMetric;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Widths of the fonts every reader has, by glyph name; read once from the metrics PDFBox ships. */
final class Standard14 {
    private static final String FOLDER = "/org/apache/pdfbox/resources/afm/";
    private static final Map<FontName, Map<String, Float>> WIDTHS = new ConcurrentHashMap<>();

    /** Glyphs the metrics leave out, by those that encodings draw for them. */
    private static final Map<String, String> ALIKE =
            Map.of(
                    "nbspace", "space",
                    "nonbreakingspace", "space",
                    "uni00A0", "space",
                    "sfthyphen", "hyphen",
                    "softhyphen", "hyphen",
                    "uni00AD", "hyphen");

    private Standard14() {}

    /** Nothing for a font that is none of them, nor known by another name. */
    static Optional<FontName> named(String baseFont) {
        return Optional.ofNullable(Standard14Fonts.getMappedFontName(baseFont));
    }

    /** In thousandths of the font size. */
    static Map<String, Float> widths(FontName font) {
        return WIDTHS.computeIfAbsent(font, Standard14::parse);
    }

    private static Map<String, Float> parse(FontName font) {
        try (var in = PDType1Font.class.getResourceAsStream(FOLDER + font.getName() + ".afm")) {
            if (in == null) {
                throw new IllegalStateException("Expected metrics of " + font);
            }
            Map<String, Float> widths =
                    new AFMParser(in)
                            .parse(true).getCharMetrics().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    CharMetric::getName,
                                                    CharMetric::getWx,
                                                    (first, _) -> first));
            ALIKE.forEach((name, other) -> widths.computeIfAbsent(name, _ -> widths.get(other)));
            return widths;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
