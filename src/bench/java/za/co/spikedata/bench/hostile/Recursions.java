package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** Drawings that draw themselves, and fonts and colours that are made of themselves. */
final class Recursions {
    private Recursions() {}

    static List<Family> families() {
        return List.of(
                new Family("recursions: glyphs of glyphs", Recursions::glyphs),
                new Family("recursions: patterns in patterns", Recursions::patterns),
                new Family("recursions: masks of masks", Recursions::masks),
                new Family("recursions: groups in groups", Recursions::groups),
                new Family("recursions: functions of functions", Recursions::functions),
                new Family("recursions: a calculator that never ends", Recursions::calculator),
                new Family("recursions: maps that use maps", Recursions::maps),
                new Family("recursions: fonts below fonts", Recursions::descendants),
                new Family("recursions: encodings of encodings", Recursions::encodings),
                new Family("recursions: colours upon colours", Recursions::colours),
                new Family("recursions: meshes of noise", Recursions::meshes),
                new Family("recursions: pages one below another", Recursions::chain),
                new Family("recursions: a page that is its content", Recursions::everything));
    }

    private static RawPdf scan(String resources, String content) {
        return RawPdf.picture("/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "\0")
                .change(3, "/Resources<<", "/Resources<<" + resources)
                .stream(4, "", "/X Do " + content);
    }

    private static byte[] glyphs(Random random) {
        int count = 1 + random.nextInt(12);
        var pdf = RawPdf.statement();
        for (int i = 0; i < count; i++) {
            int next = 20 + 2 * ((i + 1) % count);
            pdf
                    .put(
                            20 + 2 * i,
                            "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/Encoding<</Differences[0/a 48/a/a]>>/CharProcs<</a %d 0 R>>/FirstChar 0/LastChar 50/Widths[%s]/Resources<</Font<</F %d 0 R>>>>>>"
                                    .formatted(21 + 2 * i, "1 ".repeat(51), next))
                    .stream(
                            21 + 2 * i,
                            "",
                            "1 0 0 0 1 1 d1 BT /F 1 Tf (" + "0".repeat(10) + ") Tj ET");
        }
        String show = "BT /F 9 Tf (0101) Tj ET ".repeat(1 + random.nextInt(500));
        return pdf.change(3, "/F 5 0 R", "/F 20 0 R").stream(4, "", show).bytes();
    }

    private static byte[] patterns(Random random) {
        var pdf = scan("/Pattern<</P 20 0 R>>", "/Pattern cs/P scn 0 0 595 842 re f");
        int levels = 1 + random.nextInt(12);
        for (int i = 0; i < levels; i++) {
            pdf.stream(
                    20 + i,
                    "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 %s 9]/XStep %s/YStep 0.01/Resources<</Pattern<</P %d 0 R>>>>"
                            .formatted(
                                    Family.number(random),
                                    Family.number(random),
                                    20 + (i + 1) % levels),
                    "/Pattern cs/P scn 0 0 9 9 re f ".repeat(10));
        }
        return pdf.bytes();
    }

    private static byte[] masks(Random random) {
        String type = Family.any(List.of("Alpha", "Luminosity"), random);
        return scan(
                        "/ExtGState<</G 8 0 R>>",
                        "/G gs 0 0 595 842 re f ".repeat(1 + random.nextInt(50)))
                .put(8, "<</SMask<</S/%s/G 9 0 R/TR 8 0 R/BC[0]>>/Font[8 0 R 9]>>".formatted(type))
                .stream(
                        9,
                        "/Subtype/Form/BBox[0 0 595"
                                + " 842]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</ExtGState<</G"
                                + " 8 0 R>>>>",
                        "/G gs 0 0 595 842 re f ".repeat(5))
                .bytes();
    }

    private static byte[] groups(Random random) {
        var pdf = scan("/XObject<</X 6 0 R/Y 20 0 R>>/Old<<>>", "/Y Do");
        int levels = 1 + random.nextInt(12);
        for (int i = 0; i < levels; i++) {
            pdf.stream(
                    20 + i,
                    "/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/I true/K true>>/Resources<</XObject<</Y %d 0 R>>>>"
                            .formatted(21 + i),
                    "/Y Do ".repeat(10));
        }
        return pdf.stream(20 + levels, "/Subtype/Form/BBox[0 0 595 842]", "0 0 595 842 re f")
                .bytes();
    }

    private static byte[] functions(Random random) {
        String self = "8 0 R ".repeat(1 + random.nextInt(20));
        return scan(
                        "/ColorSpace<</C[/Separation/A/DeviceGray 8 0 R]>>",
                        "/C cs 0.5 scn 0 0 595 842 re f")
                .put(
                        8,
                        "<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>"
                                .formatted(self, "0.5 ".repeat(19), "0 1 ".repeat(20)))
                .bytes();
    }

    private static byte[] calculator(Random random) {
        int depth = 1 << random.nextInt(16);
        String program =
                random.nextBoolean()
                        ? "{ " + "dup exp ".repeat(depth) + "}"
                        : "{ ".repeat(depth) + "}".repeat(depth);
        return scan(
                        "/ColorSpace<</C[/Separation/A/DeviceGray 8 0 R]>>",
                        "/C cs 0.5 scn 0 0 595 842 re f ".repeat(50))
                .stream(8, "/FunctionType 4/Domain[0 1]/Range[0 1]", program)
                .bytes();
    }

    private static byte[] maps(Random random) {
        int count = 1 + random.nextInt(30);
        var pdf =
                RawPdf.statement()
                        .put(
                                5,
                                "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 20 0 R/ToUnicode 20"
                                        + " 0 R/DescendantFonts[10 0 R]>>")
                        .put(
                                10,
                                "<</Type/Font/Subtype/CIDFontType0/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement"
                                        + " 5>>>>");
        for (int i = 0; i < count; i++) {
            pdf.stream(
                    20 + i,
                    "/Type/CMap/CMapName/A%d/UseCMap %d 0 R".formatted(i, 20 + (i + 1) % count),
                    "/A%d usecmap 1 begincodespacerange <00><FF> endcodespacerange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"
                            .formatted((i + 1) % count));
        }
        return pdf.bytes();
    }

    private static byte[] descendants(Random random) {
        String encoding = Family.any(List.of("/Identity-H", "/UniGB-UCS2-H", "5 0 R"), random);
        return RawPdf.statement()
                .put(
                        5,
                        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding %s/DescendantFonts[5 0 R 10 0 R]/FontDescriptor 5 0 R/FontFile2 5 0 R/CIDSystemInfo 5 0 R/W[5 0 R[5 0 R]]>>"
                                .formatted(encoding))
                .bytes();
    }

    private static byte[] encodings(Random random) {
        return RawPdf.statement()
                .put(
                        5,
                        "<</Type/Font/Subtype/%s/BaseFont/%s/Encoding 8 0 R/FirstChar 8 0 R/Widths 9 0 R>>"
                                .formatted(
                                        Family.any(List.of("Type1", "TrueType", "Type3"), random),
                                        Family.any(List.of("Symbol", "Arial", "A"), random)))
                .put(8, "<</BaseEncoding 8 0 R/Differences[8 0 R 9 0 R 1 0 R]>>")
                .put(9, "[" + "9 0 R 1 ".repeat(1 << random.nextInt(16)) + "]")
                .bytes();
    }

    private static byte[] colours(Random random) {
        var pdf = scan("/ColorSpace<</C 20 0 R>>", "/C cs 0 scn 0 0 595 842 re f");
        int depth = 1 << random.nextInt(12);
        for (int i = 0; i < depth; i++) {
            pdf.put(20 + i, "[/Indexed %d 0 R 1 <0000>]".formatted(20 + (i + 1) % depth));
        }
        return pdf.bytes();
    }

    private static byte[] meshes(Random random) {
        return scan("/Shading<</S 8 0 R>>", "/S sh").stream(
                        8,
                        "/ShadingType %d/ColorSpace/DeviceRGB/BitsPerCoordinate %d/BitsPerComponent 8/BitsPerFlag 8/VerticesPerRow %s/Decode[0 595 0 842 0 1 0 1 0 1]"
                                .formatted(
                                        4 + random.nextInt(4),
                                        1 << random.nextInt(6),
                                        Family.number(random)),
                        Family.noise(random, 50_000))
                .bytes();
    }

    private static byte[] chain(Random random) {
        var pdf = RawPdf.statement();
        int depth = 1 << random.nextInt(15);
        for (int i = 0; i < depth; i++) {
            String kid = i == depth - 1 ? "3 0 R" : 21 + i + " 0 R";
            pdf.put(20 + i, "<</Type/Pages/Count 1/Kids[" + kid + "]>>");
        }
        return pdf.change(2, "3 0 R", "20 0 R").bytes();
    }

    /** One stream that is catalog, page tree, page, content, font and picture. */
    private static byte[] everything(Random random) {
        var pdf = RawPdf.statement();
        String roles =
                "/Type/%s/Subtype/%s/Pages 1 0 R/Kids[1 0 R]/Count 1/Parent 1 0 R/Contents 1 0 R/Resources 1 0 R/Font 1 0 R/XObject 1 0 R/F 1 0 R/X 1 0 R/MediaBox[0 0 595 842]/ToUnicode 1 0 R/Encoding 1 0 R"
                        .formatted(
                                Family.any(List.of("Catalog", "Pages", "Page", "Font"), random),
                                Family.any(List.of("Form", "Image", "Type0", "Type3"), random));
        return pdf.stream(
                        1,
                        random.nextBoolean() ? roles : roles.replace("/Kids[1 0 R]", ""),
                        "/X Do BT /F 9 Tf (1) Tj ET ".repeat(20))
                .bytes();
    }
}
