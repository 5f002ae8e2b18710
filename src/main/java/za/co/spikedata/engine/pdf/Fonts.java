package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one document. A statement needs of a font its characters and widths; both stand in
 * dictionaries and maps, so no font program is parsed but where the file tells no characters.
 */
final class Fonts {
    private static final int CODES = 256;
    private static final int MOST_CIDS = 1 << 16;
    private static final int MOST_MAP_BYTES = 1 << 21;
    private static final int MOST_PROGRAM_BYTES = 1 << 24;
    private static final float USUAL_CID_WIDTH = 1_000;
    private static final COSName DIFFERENCES = COSName.getPDFName("Differences");
    private static final COSName FONT_MATRIX = COSName.getPDFName("FontMatrix");

    private final Map<COSDictionary, TextFont> known = new IdentityHashMap<>();
    private final GlyphWitness witness;
    private final Budget budget;

    Fonts(Budget budget) {
        this.budget = budget;
        this.witness = new GlyphWitness(budget);
    }

    /** A font that cannot be made sense of has no characters and no widths. */
    TextFont of(COSDictionary font) {
        return known.computeIfAbsent(font, this::read);
    }

    /** What the file says of a font that was asked for. */
    COSDictionary dictionary(TextFont font) {
        return known.entrySet().stream()
                .filter(each -> each.getValue() == font)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    GlyphWitness witness() {
        return witness;
    }

    private TextFont read(COSDictionary font) {
        try {
            String kind = Optional.ofNullable(font.getNameAsString(COSName.SUBTYPE)).orElse("");
            TextFont read = kind.equals("Type0") ? composite(font) : simple(font, kind);
            if (read != null) {
                return witness.heard(font, read);
            }
            MapCost.check(font, budget);
            return new BoxFont(PDFontFactory.createFont(font));
        } catch (IOException | RuntimeException damaged) {
            String[] none = new String[CODES];
            Arrays.fill(none, "");
            return new TextFont.Simple(none, new float[CODES]);
        }
    }

    /** Null when the font is of a kind that is better left to PDFBox. */
    private @Nullable TextFont simple(COSDictionary font, String kind) throws IOException {
        @Nullable String[] map = toUnicode(font);
        COSBase encoded = font.getDictionaryObject(COSName.ENCODING);
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        String name = Optional.ofNullable(font.getNameAsString(COSName.BASE_FONT)).orElse("");
        Optional<FontName> standard = Standard14.named(name);
        boolean pictures =
                standard.filter(each -> each == FontName.SYMBOL || each == FontName.ZAPF_DINGBATS)
                        .isPresent();
        boolean ownEncoding =
                descriptor != null && hasProgram(descriptor) && !(encoded instanceof COSName);
        if (map == null && (pictures || ownEncoding && !kind.equals("Type3"))) {
            return null;
        }
        String[] names = names(encoded);
        String[] texts = new String[CODES];
        for (int code = 0; code < CODES; code++) {
            String mapped = map != null && code < map.length ? map[code] : null;
            texts[code] = mapped != null ? mapped : map == null ? text(names[code]) : "";
        }
        boolean misled = false;
        if (map != null) {
            fillGaps(texts, names);
            boolean drawnByName =
                    (encoded != null || standard.isPresent())
                            && !pictures
                            && !kind.equals("Type3")
                            && (descriptor == null || !hasProgram(descriptor));
            misled = drawnByName && NamedDigits.corrected(texts, texts(names));
        }
        float[] widths = widths(font, descriptor, standard, names);
        if (widths == null) {
            return null;
        }
        var read = new TextFont.Simple(texts, widths);
        if (misled) {
            witness.misled(read);
        }
        return read;
    }

    /** A map may leave out what the encoding says, most often the blank. */
    private static void fillGaps(String[] texts, String[] names) {
        for (int code = 0; code < CODES; code++) {
            if (texts[code].isEmpty()) {
                texts[code] = text(names[code]);
            }
        }
    }

    static boolean hasProgram(COSDictionary descriptor) {
        return descriptor.containsKey(COSName.FONT_FILE)
                || descriptor.containsKey(COSName.FONT_FILE2)
                || descriptor.containsKey(COSName.FONT_FILE3);
    }

    private static String[] texts(String[] names) {
        String[] texts = new String[CODES];
        for (int code = 0; code < CODES; code++) {
            texts[code] = text(names[code]);
        }
        return texts;
    }

    private static String text(String name) {
        String text = GlyphList.getAdobeGlyphList().toUnicode(name);
        return text == null ? "" : text;
    }

    /** Names of glyphs by code, as an encoding gives them. */
    static String[] names(@Nullable COSBase encoded) {
        Encoding base = StandardEncoding.INSTANCE;
        COSArray differences = null;
        if (encoded instanceof COSName name) {
            base = Optional.ofNullable(Encoding.getInstance(name)).orElse(base);
        } else if (encoded instanceof COSDictionary dictionary) {
            COSName name = dictionary.getCOSName(COSName.BASE_ENCODING);
            if (name != null) {
                base = Optional.ofNullable(Encoding.getInstance(name)).orElse(base);
            }
            differences = dictionary.getCOSArray(DIFFERENCES);
        }
        String[] names = new String[CODES];
        for (int code = 0; code < CODES; code++) {
            names[code] = base.getName(code);
        }
        int code = 0;
        for (int i = 0; differences != null && i < differences.size(); i++) {
            COSBase each = differences.getObject(i);
            if (each instanceof COSNumber number) {
                code = number.intValue();
            } else if (each instanceof COSName name && code >= 0 && code < CODES) {
                names[code++] = name.getName();
            }
        }
        return names;
    }

    private static float @Nullable [] widths(
            COSDictionary font,
            @Nullable COSDictionary descriptor,
            Optional<FontName> standard,
            String[] names) {
        float[] widths = new float[CODES];
        COSArray printed = font.getCOSArray(COSName.WIDTHS);
        if (printed == null) {
            Map<String, Float> metrics = Standard14.widths(standard.orElse(FontName.HELVETICA));
            for (int code = 0; code < CODES; code++) {
                widths[code] = metrics.getOrDefault(names[code], 0f);
            }
            return widths;
        }
        float missing = descriptor == null ? 0 : descriptor.getFloat(COSName.MISSING_WIDTH, 0);
        Arrays.fill(widths, missing);
        int first = font.getInt(COSName.FIRST_CHAR, 0);
        for (int i = 0; i < printed.size() && first + i < CODES; i++) {
            if (first + i >= 0 && printed.getObject(i) instanceof COSNumber number) {
                widths[first + i] = number.floatValue();
            }
        }
        COSArray matrix = font.getCOSArray(FONT_MATRIX);
        if (matrix != null
                && matrix.size() == 6
                && matrix.getObject(0) instanceof COSNumber scale) {
            for (int code = 0; code < CODES; code++) {
                widths[code] *= scale.floatValue() * 1_000;
            }
        }
        return widths;
    }

    private @Nullable TextFont composite(COSDictionary font) throws IOException {
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        boolean identity =
                font.getDictionaryObject(COSName.ENCODING) instanceof COSName name
                        && name.getName().startsWith("Identity");
        if (!identity
                || descendants == null
                || !(descendants.getObject(0) instanceof COSDictionary descendant)) {
            return null;
        }
        @Nullable String[] map = toUnicode(font);
        if (map == null) {
            map = byProgram(descendant);
        }
        return new TextFont.Identity(
                map, cidWidths(descendant), descendant.getFloat(COSName.DW, USUAL_CID_WIDTH));
    }

    private @Nullable String[] byProgram(COSDictionary descendant) throws IOException {
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        COSStream program = descriptor == null ? null : descriptor.getCOSStream(COSName.FONT_FILE2);
        boolean direct =
                !(descendant.getDictionaryObject(COSName.CID_TO_GID_MAP) instanceof COSStream);
        if (program == null || !direct) {
            return GlyphIds.usual();
        }
        byte[] bytes = Decoded.bytes(program, budget, MOST_PROGRAM_BYTES);
        return FontCache.table("program", bytes, GlyphIds::of);
    }

    private static float[] cidWidths(COSDictionary descendant) {
        COSArray printed = descendant.getCOSArray(COSName.W);
        float[] widths = new float[0];
        int i = 0;
        while (printed != null && i + 1 < printed.size()) {
            if (!(printed.getObject(i) instanceof COSNumber first)) {
                break;
            }
            int from = first.intValue();
            COSBase second = printed.getObject(i + 1);
            if (second instanceof COSArray each) {
                for (int j = 0; j < each.size(); j++) {
                    if (each.getObject(j) instanceof COSNumber width) {
                        widths = with(widths, from + j, width.floatValue());
                    }
                }
                i += 2;
            } else if (second instanceof COSNumber last
                    && i + 2 < printed.size()
                    && printed.getObject(i + 2) instanceof COSNumber width) {
                int to = Math.min(last.intValue(), MOST_CIDS - 1);
                for (int cid = from; cid <= to; cid++) {
                    widths = with(widths, cid, width.floatValue());
                }
                i += 3;
            } else {
                break;
            }
        }
        return widths;
    }

    private static float[] with(float[] widths, int cid, float width) {
        if (cid < 0 || cid >= MOST_CIDS) {
            return widths;
        }
        float[] grown = widths;
        if (cid >= widths.length) {
            grown = Arrays.copyOf(widths, Math.min(MOST_CIDS, Math.max(CODES, (cid + 1) * 2)));
            Arrays.fill(grown, widths.length, grown.length, -1);
        }
        grown[cid] = width;
        return grown;
    }

    private @Nullable String @Nullable [] toUnicode(COSDictionary font) throws IOException {
        if (!(font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return null;
        }
        byte[] bytes = Decoded.bytes(stream, budget, MOST_MAP_BYTES);
        return FontCache.table("unicode", bytes, ToUnicode::parse);
    }
}
