package za.co.spikedata.engine.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Writes a {@link Face} as the dictionaries of a font. */
final class FaceWriter {
    private static final COSName NOTDEF = COSName.getPDFName(".notdef");
    private static final COSName DIFFERENCES = COSName.getPDFName("Differences");
    private static final COSName REPLICA = COSName.getPDFName("Replica");
    private static final Set<COSName> SHARED_ENCODINGS =
            Set.of(
                    COSName.STANDARD_ENCODING,
                    COSName.WIN_ANSI_ENCODING,
                    COSName.MAC_ROMAN_ENCODING,
                    COSName.MAC_EXPERT_ENCODING);
    private static final int SIMPLE_CODES = 256;
    private static final int MOST_IN_A_BLOCK = 100;
    private static final int NOT_SYMBOLIC = 32;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Face face;
    private final List<Map.Entry<Face.Sort, Integer>> sorts;

    private FaceWriter(Face face) {
        this.face = face;
        this.sorts = new ArrayList<>(face.codes().entrySet());
        sorts.sort(Comparator.comparingInt(Map.Entry::getValue));
    }

    static COSDictionary write(Face face) throws IOException {
        var writer = new FaceWriter(face);
        return face.isWide() ? writer.wide() : writer.simple();
    }

    private COSDictionary simple() throws IOException {
        COSDictionary font = font("TrueType".equals(kind()) ? "TrueType" : "Type1", name());
        Optional<COSName> encoding = sharedEncoding();
        if (face.isUnchanged()) {
            encoding.ifPresent(named -> font.setItem(COSName.ENCODING, named));
            return font;
        }
        var widths = new float[SIMPLE_CODES];
        for (var sort : sorts) {
            widths[sort.getValue()] = (float) sort.getKey().width();
        }
        var printed = new COSArray();
        for (float width : widths) {
            printed.add(new COSFloat(width));
        }
        font.setInt(COSName.FIRST_CHAR, 0);
        font.setInt(COSName.LAST_CHAR, SIMPLE_CODES - 1);
        font.setItem(COSName.WIDTHS, printed);
        font.setItem(COSName.ENCODING, encoding(encoding));
        font.setItem(COSName.FONT_DESC, descriptor());
        font.setItem(COSName.TO_UNICODE, unicode(2));
        return font;
    }

    private String kind() {
        return String.valueOf(face.original().getNameAsString(COSName.SUBTYPE));
    }

    /** A name everybody has is kept; any other may be somebody's own. */
    private COSName name() {
        String original = String.valueOf(face.original().getNameAsString(COSName.BASE_FONT));
        return Standard14.named(original)
                .filter(name -> name != FontName.SYMBOL && name != FontName.ZAPF_DINGBATS)
                .map(name -> COSName.getPDFName(name.getName()))
                .orElse(REPLICA);
    }

    /** An encoding that PDF itself names; any other name may be somebody's own. */
    private Optional<COSName> sharedEncoding() {
        COSBase encoding = face.original().getDictionaryObject(COSName.ENCODING);
        return encoding instanceof COSName named && SHARED_ENCODINGS.contains(named)
                ? Optional.of(named)
                : Optional.empty();
    }

    private static COSDictionary font(String kind, COSName name) {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.getPDFName(kind));
        font.setItem(COSName.BASE_FONT, name);
        return font;
    }

    /** The original's, if it is one everybody has, and whatever differs from it. */
    private COSDictionary encoding(Optional<COSName> shared) {
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        shared.ifPresent(named -> encoding.setItem(COSName.BASE_ENCODING, named));
        var differences = new COSArray();
        int next = -1;
        for (var sort : sorts) {
            int code = sort.getValue();
            if (face.isOwn(sort.getKey(), code)) {
                continue;
            }
            if (code != next) {
                differences.add(COSInteger.get(code));
            }
            differences.add(glyph(sort.getKey().text()));
            next = code + 1;
        }
        encoding.setItem(DIFFERENCES, differences);
        return encoding;
    }

    private static COSName glyph(String text) {
        return text.codePointCount(0, text.length()) != 1
                ? NOTDEF
                : COSName.getPDFName(
                        GlyphList.getAdobeGlyphList().codePointToName(text.codePointAt(0)));
    }

    private COSDictionary wide() throws IOException {
        COSDictionary below = font("CIDFontType2", REPLICA);
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        below.setItem(COSName.CIDSYSTEMINFO, system);
        var widths = new COSArray();
        var run = new COSArray();
        int next = -1;
        for (var sort : sorts) {
            if (sort.getValue() != next) {
                run = new COSArray();
                widths.add(COSInteger.get(sort.getValue()));
                widths.add(run);
            }
            run.add(new COSFloat((float) sort.getKey().width()));
            next = sort.getValue() + 1;
        }
        below.setItem(COSName.W, widths);
        below.setItem(COSName.FONT_DESC, descriptor());
        COSDictionary font = font("Type0", REPLICA);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(below);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, unicode(4));
        return font;
    }

    private COSDictionary descriptor() {
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, face.isWide() ? REPLICA : name());
        descriptor.setInt(COSName.FLAGS, NOT_SYMBOLIC);
        return descriptor;
    }

    private COSStream unicode(int digits) throws IOException {
        var map = new StringBuilder();
        map.append("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
        map.append("/CMapName /Replica def /CMapType 2 def\n1 begincodespacerange\n<");
        map.append("0".repeat(digits)).append("> <").append("F".repeat(digits));
        map.append(">\nendcodespacerange\n");
        List<Map.Entry<Face.Sort, Integer>> said =
                sorts.stream().filter(each -> !each.getKey().text().isEmpty()).toList();
        for (int i = 0; i < said.size(); i += MOST_IN_A_BLOCK) {
            var block = said.subList(i, Math.min(said.size(), i + MOST_IN_A_BLOCK));
            map.append(block.size()).append(" beginbfchar\n");
            for (var sort : block) {
                byte[] text = sort.getKey().text().getBytes(StandardCharsets.UTF_16BE);
                map.append('<').append(HEX.toHexDigits(sort.getValue(), digits)).append("> <");
                map.append(HEX.formatHex(text)).append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n");
        var stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
