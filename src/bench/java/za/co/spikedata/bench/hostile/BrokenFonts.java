package za.co.spikedata.bench.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Fonts whose programs, maps and widths are damaged, endless or circular. */
final class BrokenFonts {
    private static final String TRUE_TYPE =
            resource("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    private static final String TYPE0 =
            "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding%s/DescendantFonts[10 0 R]/ToUnicode 12 0 R>>";
    private static final String DESCENDANT =
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering"
                    + "(Identity)/Supplement 0>>/FontDescriptor 11 0 R/DW %s/W %s/CIDToGIDMap %s>>";

    private BrokenFonts() {}

    static List<Family> families() {
        return List.of(
                new Family("fonts: maps of ranges", BrokenFonts::ranges),
                new Family("fonts: maps of noise", BrokenFonts::noisyMap),
                new Family("fonts: maps that unfold", BrokenFonts::mapBomb),
                new Family("fonts: encodings as maps", BrokenFonts::encodings),
                new Family("fonts: widths by code", BrokenFonts::widths),
                new Family("fonts: widths by glyph", BrokenFonts::glyphWidths),
                new Family("fonts: differences", BrokenFonts::differences),
                new Family("fonts: TrueType damaged", random -> program(random, 2)),
                new Family("fonts: Type 1 damaged", random -> program(random, 1)),
                new Family("fonts: compact damaged", random -> program(random, 3)),
                new Family("fonts: programs that unfold", BrokenFonts::programBomb),
                new Family("fonts: drawn by procedures", BrokenFonts::procedures),
                new Family("fonts: of anything", BrokenFonts::anything),
                new Family("fonts: thousands", BrokenFonts::thousands));
    }

    private static RawPdf with(String font) {
        return RawPdf.statement().put(5, font).put(11, "<</Type/FontDescriptor/Flags 4>>");
    }

    private static RawPdf composite(String encoding, String map) {
        return with(TYPE0.formatted(encoding))
                .put(10, DESCENDANT.formatted("1000", "[0[500 500]]", "/Identity"))
                .stream(12, "", map);
    }

    private static String code(Random random) {
        return "<" + "%08X".formatted(random.nextInt()).substring(2 * random.nextInt(4)) + ">";
    }

    private static String ranges(Random random, String kind) {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin begincmap\n");
        map.append("1 begincodespacerange <00> <FFFFFFFF> endcodespacerange\n");
        if (random.nextBoolean()) {
            map.append("/").append("A usecmap /Identity-H usecmap\n");
        }
        for (int i = 1 + random.nextInt(100); i > 0; i--) {
            boolean whole = random.nextBoolean();
            map.append("1 begin").append(kind).append(' ');
            map.append(whole ? "<00000000> <FFFFFFFF>" : code(random) + code(random));
            map.append(Family.any(List.of("<0041>", "[<0041> <0042>]", "7", "<>", "/A"), random));
            map.append(" end").append(kind).append('\n');
        }
        return map.append("endcmap").toString();
    }

    private static byte[] ranges(Random random) {
        String map = ranges(random, Family.any(List.of("bfrange", "bfchar"), random));
        String encoding =
                Family.any(List.of("/Identity-H", "/GBK-EUC-H", "/WinAnsiEncoding"), random);
        return random.nextBoolean()
                ? composite(encoding, map).bytes()
                : with("<</Type/Font/Subtype/TrueType/BaseFont/A/ToUnicode 12 0 R>>").stream(
                                12, "", map)
                        .bytes();
    }

    private static byte[] noisyMap(Random random) {
        return composite("/Identity-H", "begincmap " + Family.noise(random, 5_000)).bytes();
    }

    private static byte[] mapBomb(Random random) {
        String line =
                Family.any(
                        List.of("1 beginbfchar <01> <0041> endbfchar ", "<41>", " ", "[", "/A "),
                        random);
        return composite("/Identity-H", "").stream(
                        12, "/Filter/FlateDecode", Packing.flateBomb(line, 1 << random.nextInt(10)))
                .bytes();
    }

    private static byte[] encodings(Random random) {
        String kind = Family.any(List.of("cidrange", "cidchar", "bfrange", "notdefrange"), random);
        return composite(" 13 0 R", ranges(random, "bfchar")).stream(
                        13,
                        "/Type/CMap/CMapName/A/UseCMap 13 0 R",
                        ranges(random, kind).repeat(1 + random.nextInt(5)))
                .bytes();
    }

    private static byte[] widths(Random random) {
        return with("<</Type/Font/Subtype/Type1/BaseFont/A/FirstChar %s/LastChar %s/Widths[%s]/FontMatrix[%s 0 0 1 0 0]>>"
                        .formatted(
                                Family.number(random),
                                Family.number(random),
                                (Family.number(random) + " ").repeat(1 << random.nextInt(16)),
                                Family.number(random)))
                .bytes();
    }

    private static byte[] glyphWidths(Random random) {
        var widths = new StringBuilder("[");
        for (int i = random.nextInt(200); i > 0; i--) {
            widths.append(
                    "%s %s %s %s[%s]"
                            .formatted(
                                    Family.number(random),
                                    Family.number(random),
                                    Family.number(random),
                                    Family.number(random),
                                    "1 ".repeat(random.nextInt(100))));
        }
        return composite("/Identity-H", ranges(random, "bfchar"))
                .put(
                        10,
                        DESCENDANT.formatted(
                                Family.number(random),
                                widths.append("]"),
                                Family.any(Family.VALUES, random)))
                .bytes();
    }

    private static byte[] differences(Random random) {
        var differences = new StringBuilder();
        for (int i = random.nextInt(2_000); i > 0; i--) {
            differences.append(
                    random.nextInt(3) > 0
                            ? "/uni%04X".formatted(random.nextInt(1 << 16))
                            : " " + Family.number(random));
        }
        return with("<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</BaseEncoding %s/Differences[%s]>>>>"
                        .formatted(Family.any(Family.VALUES, random), differences))
                .bytes();
    }

    private static byte[] program(Random random, int kind) {
        String program =
                switch (kind) {
                    case 1 ->
                            "%!PS-AdobeFont-1.0: A\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\n"
                                    + "dup 65 /A put ".repeat(random.nextInt(9_000))
                                    + "readonly def currentfile eexec\n"
                                    + Family.noise(random, 3_000);
                    case 2 -> TRUE_TYPE;
                    default -> "\1\0\4\1\0\1\1\1\5A\0\1\1\1" + Family.noise(random, 2_000);
                };
        byte[] bytes = RawPdf.latin(program);
        for (int i = random.nextInt(60); i > 0; i--) {
            int reach = random.nextBoolean() ? Math.min(400, bytes.length) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        String entry = "/FontFile" + (kind == 1 ? "" : kind) + " 13 0 R";
        String subtype = kind == 2 ? "/TrueType" : "/Type1";
        var pdf =
                random.nextBoolean()
                        ? composite("/Identity-H", "").change(5, "/ToUnicode 12 0 R", "")
                        : with(
                                "<</Type/Font/Subtype%s/BaseFont/A/FontDescriptor 11 0 R>>"
                                        .formatted(subtype));
        return pdf.put(11, "<</Type/FontDescriptor/FontName/A/Flags 4%s>>".formatted(entry)).stream(
                        13, kind == 3 ? "/Subtype/Type1C" : "", RawPdf.latin(bytes))
                .bytes();
    }

    private static byte[] programBomb(Random random) {
        return with("<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 11 0 R>>")
                .put(
                        11,
                        "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile%d 13 0 R>>"
                                .formatted(2 + random.nextInt(2)))
                .stream(
                        13,
                        "/Filter/FlateDecode",
                        Packing.flateBomb("\0\1\0\0", 1 << random.nextInt(11)))
                .bytes();
    }

    private static byte[] procedures(Random random) {
        return with(
                        "<</Type/Font/Subtype/Type3/FontBBox[0 0 %s 1]/FontMatrix[%s 0 0 1 0 0]/Encoding<</Differences[48/A/A/A]>>/CharProcs<</A 13 0 R>>/FirstChar 0/LastChar 255/Widths[%s]/Resources<</Font<</F 5 0 R>>>>>>"
                                .formatted(
                                        Family.number(random),
                                        Family.number(random),
                                        "500 ".repeat(256)))
                .stream(13, "", "BT /F 9 Tf (000) Tj (000) Tj ET")
                .bytes();
    }

    private static byte[] anything(Random random) {
        String font = TYPE0.formatted(" " + Family.any(Family.VALUES, random));
        return with(font.replace("10 0 R", Family.any(Family.VALUES, random)))
                .put(10, DESCENDANT.formatted("1", "[]", Family.any(Family.VALUES, random)))
                .put(11, Family.any(Family.VALUES, random))
                .put(12, Family.any(Family.VALUES, random))
                .bytes();
    }

    private static byte[] thousands(Random random) {
        var fonts = new StringBuilder();
        var content = new StringBuilder("BT ");
        var pdf = RawPdf.statement();
        for (int i = random.nextInt(3_000); i > 0; i--) {
            pdf.put(20 + i, "<</Type/Font/Subtype/TrueType/BaseFont/Name%d>>".formatted(i));
            fonts.append("/F%d %d 0 R".formatted(i, 20 + i));
            content.append("/F%d 9 Tf (1.00) Tj ".formatted(i));
        }
        return pdf.change(3, "/F 5 0 R", "/F 5 0 R" + fonts).stream(
                        4, "", content + RawPdf.content().substring(2))
                .bytes();
    }

    private static String resource(String name) {
        try (var in = PDDocument.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + name);
            }
            return RawPdf.latin(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
