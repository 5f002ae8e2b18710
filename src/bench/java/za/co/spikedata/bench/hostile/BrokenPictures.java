package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** Pages of pictures that are too large, damaged, circular, or endless to draw. */
final class BrokenPictures {
    private static final List<String> FILTERS =
            List.of("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/FlateDecode");

    private BrokenPictures() {}

    static List<Family> families() {
        return List.of(
                new Family("pictures: sizes", BrokenPictures::sizes),
                new Family("pictures: noise", BrokenPictures::noise),
                new Family("pictures: that unfold", BrokenPictures::bomb),
                new Family("pictures: masks in a circle", BrokenPictures::masks),
                new Family("pictures: colours in a circle", BrokenPictures::colours),
                new Family("pictures: patterns of patterns", BrokenPictures::patterns),
                new Family("pictures: endless paths", BrokenPictures::paths),
                new Family("pictures: shadings", BrokenPictures::shadings),
                new Family("pictures: in the content", BrokenPictures::inline),
                new Family("pictures: thousands", BrokenPictures::thousands));
    }

    private static String shape(Object width, Object height, Object depth, String filter) {
        return "/Width %s/Height %s/BitsPerComponent %s/ColorSpace/DeviceRGB/Filter%s"
                .formatted(width, height, depth, filter);
    }

    private static byte[] sizes(Random random) {
        String filter = Family.any(FILTERS, random);
        return RawPdf.picture(
                        shape(
                                        Family.number(random),
                                        Family.number(random),
                                        Family.number(random),
                                        filter)
                                + "/DecodeParms<</K -1/Columns %s/Rows %s>>"
                                        .formatted(Family.number(random), Family.number(random)),
                        Family.noise(random, 500))
                .bytes();
    }

    private static byte[] noise(Random random) {
        return RawPdf.picture(
                        shape(200, 300, 8, Family.any(FILTERS, random)),
                        Family.any(List.of("\u00ff\u00d8\u00ff\u00e0", ""), random)
                                + Family.noise(random, 9_000))
                .bytes();
    }

    private static byte[] bomb(Random random) {
        int side = 1 << 8 + random.nextInt(6);
        return RawPdf.picture(
                        shape(side, side, random.nextBoolean() ? 8 : 16, "/FlateDecode"),
                        Packing.flateBomb("\0", 1 << random.nextInt(9)))
                .bytes();
    }

    private static byte[] masks(Random random) {
        String mask = Family.any(List.of("/SMask", "/Mask"), random);
        return RawPdf.picture(
                        shape(10, 10, 8, "/FlateDecode") + mask + " 6 0 R",
                        Packing.flate("\0".repeat(300)))
                .bytes();
    }

    private static byte[] colours(Random random) {
        String space =
                Family.any(
                        List.of(
                                "[/Indexed 8 0 R 255 <00>]",
                                "[/Separation/A 8 0 R 8 0 R]",
                                "[/ICCBased 6 0 R]",
                                "[/DeviceN[/A/B]8 0 R 8 0 R]",
                                "[/Pattern 8 0 R]"),
                        random);
        return RawPdf.picture(
                        "/Width 10/Height 10/BitsPerComponent 8/ColorSpace 8 0 R/Alternate 8 0 R",
                        "\0".repeat(300))
                .put(8, space)
                .bytes();
    }

    private static byte[] drawn(String resources, String content) {
        return RawPdf.picture(shape(1, 1, 8, "/FlateDecode"), Packing.flate("\0\0\0"))
                .change(3, "/Resources<<", "/Resources<<" + resources)
                .stream(4, "", "/X Do " + content)
                .bytes();
    }

    private static byte[] patterns(Random random) {
        String step = Family.any(List.of("0.001", "1", "0", "-1", "1e-9"), random);
        return RawPdf.picture(shape(1, 1, 8, "/FlateDecode"), Packing.flate("\0\0\0"))
                .change(3, "/Resources<<", "/Resources<</Pattern<</P 8 0 R>>")
                .stream(4, "", "/X Do /Pattern cs /P scn 0 0 595 842 re f")
                .stream(
                        8,
                        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep %s/YStep %s/Resources<</Pattern<</P 8 0 R>>>>"
                                .formatted(step, step),
                        "/Pattern cs /P scn 0 0 9 9 re f")
                .bytes();
    }

    private static byte[] paths(Random random) {
        var path = new StringBuilder("0 0 m ");
        for (int i = 1 << random.nextInt(17); i > 0; i--) {
            path.append("%d %d l ".formatted(random.nextInt(600), random.nextInt(900)));
        }
        String dash = random.nextBoolean() ? "[0.0001] 0 d " : "";
        return drawn("", dash + path + Family.any(List.of("f*", "S", "W* n"), random));
    }

    private static byte[] shadings(Random random) {
        String function =
                Family.any(
                        List.of(
                                "<</FunctionType 2/Domain[0 1]/N %s>>"
                                        .formatted(Family.number(random)),
                                "<</FunctionType 3/Domain[0 1]/Functions[9 0 R]/Bounds[]/Encode[0 1]>>",
                                "9 0 R"),
                        random);
        return RawPdf.picture(shape(1, 1, 8, "/FlateDecode"), Packing.flate("\0\0\0"))
                .change(3, "/Resources<<", "/Resources<</Shading<</S 8 0 R>>")
                .stream(4, "", "/X Do " + "/S sh ".repeat(1 + random.nextInt(50)))
                .put(
                        8,
                        "<</ShadingType %d/ColorSpace/DeviceGray/Coords[0 0 %s %s 9 9]/Function 9 0 R/Extend[true true]>>"
                                .formatted(
                                        1 + random.nextInt(3),
                                        Family.number(random),
                                        Family.number(random)))
                .put(9, function)
                .bytes();
    }

    private static byte[] inline(Random random) {
        String image =
                "BI /W %s /H %s /BPC 8 /CS /RGB /F /%s ID %s EI "
                        .formatted(
                                Family.number(random),
                                Family.number(random),
                                Family.any(List.of("Fl", "DCT", "CCF", "RL", "A85"), random),
                                Family.noise(random, 300));
        return RawPdf.statement().stream(4, "", image.repeat(1 + random.nextInt(500))).bytes();
    }

    private static byte[] thousands(Random random) {
        return RawPdf.picture(shape(1_000, 1_000, 8, "/FlateDecode"), Packing.flateBomb("\0", 3))
                .stream(4, "", "q 500 0 0 700 40 40 cm /X Do Q ".repeat(1 << random.nextInt(12)))
                .bytes();
    }
}
