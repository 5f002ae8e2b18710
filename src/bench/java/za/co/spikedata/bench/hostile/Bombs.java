package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** A little that unfolds to very much, by every filter and at every place that is unfolded. */
final class Bombs {
    private Bombs() {}

    static List<Family> families() {
        return List.of(
                new Family("bombs: ASCII85 of zeros", Bombs::ascii85),
                new Family("bombs: hex of anything", Bombs::hex),
                new Family("bombs: every filter in turn", Bombs::turns),
                new Family("bombs: LZW in Flate", Bombs::lzw),
                new Family("bombs: fax of billions", random -> picture(random, "/CCITTFaxDecode")),
                new Family("bombs: JBIG2 of billions", random -> picture(random, "/JBIG2Decode")),
                new Family("bombs: JPEG 2000 of billions", random -> picture(random, "/JPXDecode")),
                new Family("bombs: JPEG of billions", Bombs::jpeg),
                new Family("bombs: pictures in the content", Bombs::inline),
                new Family("bombs: an inline picture without end", Bombs::inlineOpen),
                new Family("bombs: parameters in a circle", Bombs::parameters),
                new Family("bombs: a table of one save", Bombs::table),
                new Family("bombs: objects asked for in vain", Bombs::vain),
                new Family("bombs: streams of objects in thousands", Bombs::objects),
                new Family("bombs: objects of a locked file", Bombs::locked),
                new Family("bombs: streams that never end", Bombs::endless),
                new Family("bombs: a million pages of one", Bombs::pages),
                new Family("bombs: heavy pages", Bombs::heavy),
                new Family("bombs: glyph maps", Bombs::glyphMap));
    }

    private static byte[] content(String entries, String bytes) {
        return RawPdf.statement().stream(4, entries, bytes).bytes();
    }

    private static byte[] ascii85(Random random) {
        return content("/Filter/ASCII85Decode", "z".repeat(1 << random.nextInt(24)) + "~>");
    }

    private static byte[] hex(Random random) {
        String digits = Family.any(List.of("20", "7120", "5B", "2", " ", "3031"), random);
        return content("/Filter/ASCIIHexDecode", digits.repeat(1 << random.nextInt(22)) + ">");
    }

    private static byte[] turns(Random random) {
        return content(
                "/Filter[/ASCIIHexDecode/FlateDecode/RunLengthDecode/ASCII85Decode/LZWDecode]",
                Packing.hex(Packing.flate("\u0081z".repeat(1 << random.nextInt(20)))));
    }

    private static byte[] lzw(Random random) {
        String early = random.nextBoolean() ? "/DecodeParms[null<</EarlyChange 0>>]" : "";
        return content(
                "/Filter[/FlateDecode/LZWDecode]" + early,
                Packing.flate(Packing.lzwBomb(1 << random.nextInt(18))));
    }

    private static byte[] picture(Random random, String filter) {
        int side = 1 << random.nextInt(31);
        return RawPdf.picture(
                        "/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Filter%s/DecodeParms<</K %d/Columns %d/Rows %d/JBIG2Globals 6 0 R>>"
                                .formatted(side, side, filter, random.nextInt(3) - 1, side, side),
                        random.nextBoolean()
                                ? "\0".repeat(random.nextInt(9_000))
                                : Family.noise(random, 9_000))
                .bytes();
    }

    private static byte[] jpeg(Random random) {
        String frame =
                "\u00ff\u00d8\u00ff\u00c0\0\21\10%c%c%c%c\3\1\42\0\2\21\1\3\21\1\u00ff\u00da"
                        .formatted(
                                (char) random.nextInt(256),
                                (char) random.nextInt(256),
                                (char) random.nextInt(256),
                                (char) random.nextInt(256));
        return RawPdf.picture(
                        "/Width 10/Height 10/BitsPerComponent"
                                + " 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
                        frame + Family.noise(random, 3_000))
                .bytes();
    }

    private static byte[] inline(Random random) {
        String one =
                "BI/W 65500/H 65500/BPC 8/CS/RGB/F[%s]ID %s EI "
                        .formatted(
                                "/Fl ".repeat(1 + random.nextInt(9)), Packing.flateBomb("\0", 1));
        return content("", one.repeat(1 + random.nextInt(300)) + RawPdf.content());
    }

    private static byte[] inlineOpen(Random random) {
        return content(
                "/Filter/FlateDecode",
                Packing.flateBomb(
                        Family.any(List.of("BI ID E I", "BI ", " EI", "ID E"), random), 64));
    }

    private static byte[] parameters(Random random) {
        return RawPdf.statement()
                .put(8, "<</Predictor 8 0 R/Columns 8 0 R/DecodeParms 8 0 R>>")
                .put(9, "[9 0 R/FlateDecode 9 0 R]")
                .stream(
                        4,
                        "/Filter %s/DecodeParms %s"
                                .formatted(
                                        Family.any(
                                                List.of("9 0 R", "4 0 R", "/FlateDecode"), random),
                                        Family.any(List.of("8 0 R", "[8 0 R]", "9 0 R"), random)),
                        Packing.flate(RawPdf.content()))
                .bytes();
    }

    /** The file's own and only table. */
    private static byte[] table(Random random) {
        String objects = RawPdf.latin(RawPdf.statement().bytesWithoutTable());
        String rows = Packing.flateBomb("\1\0\0\11\0", 1 << random.nextInt(9));
        return RawPdf.latin(
                objects
                        + "9 0 obj\n<</Type/XRef/Root 1 0 R/Size 99999999/W[1 3 1]/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
                                .formatted(rows.length(), rows, objects.length()));
    }

    /** Thousands of objects are said to be in a large stream that has none of them. */
    private static byte[] vain(Random random) {
        int count = 1 + random.nextInt(4_000);
        String packed = Packing.flateBomb("1 ", 1 << random.nextInt(5));
        String stream =
                "9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n"
                        .formatted(packed.length(), packed);
        var kids = new StringBuilder("[3 0 R");
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            kids.append(' ').append(20 + i).append(" 0 R");
            rows.append("\2\0\0\11\0");
        }
        String objects =
                RawPdf.latin(
                        RawPdf.statement()
                                .put(2, "<</Type/Pages/Kids " + kids + "]>>")
                                .bytesWithoutTable());
        objects = objects.substring(0, objects.indexOf("trailer"));
        var table = new StringBuilder();
        for (int number = 0; number < 20; number++) {
            int at = number == 9 ? objects.length() : objects.indexOf("\n" + number + " 0 obj") + 1;
            table.append(number > 0 && at > 0 ? '\1' : '\0').append((char) (at >> 16));
            table.append((char) (at >> 8 & 255)).append((char) (at & 255)).append('\0');
        }
        int at = objects.length() + stream.length();
        String all = table.append(rows).toString();
        return RawPdf.latin(
                objects
                        + stream
                        + "10 0 obj\n<</Type/XRef/Root 1 0 R/Size %d/W[1 3 1]/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
                                .formatted(20 + count, all.length(), all, at));
    }

    private static byte[] objects(Random random) {
        var pdf = RawPdf.statement();
        String packed = Packing.flateBomb("7 0 ", 1 + random.nextInt(3));
        for (int i = 1 + random.nextInt(300); i > 0; i--) {
            pdf.stream(20 + i, "/Type/ObjStm/N 100000/First 400000/Filter/FlateDecode", packed);
        }
        return pdf.bytesWithoutTable();
    }

    private static byte[] locked(Random random) {
        String key = "<" + "AB".repeat(32) + ">";
        return RawPdf.statement()
                .put(8, "<</Filter/Standard/V 1/R 2/P -4/O" + key + "/U" + key + ">>")
                .stream(
                        9,
                        "/Type/ObjStm/N 9/First 99/Filter/FlateDecode",
                        Packing.flateBomb(" ", 1 << random.nextInt(9)))
                .trailer("/Root 1 0 R/Encrypt 8 0 R/ID[<00><01>]")
                .bytesWithoutTable();
    }

    private static byte[] endless(Random random) {
        int count = 1 << random.nextInt(13);
        var pdf = RawPdf.statement();
        var pieces = new StringBuilder();
        for (int i = 0; i < count; i++) {
            pdf.put(20 + i, "<</Length %d>>stream\n0 0 m".formatted(random.nextInt(99_999)));
            pieces.append(20 + i).append(" 0 R ");
        }
        pdf.change(3, "4 0 R", "[4 0 R " + pieces + "]");
        return random.nextBoolean() ? pdf.bytes() : pdf.bytesWithoutTable();
    }

    private static byte[] pages(Random random) {
        return RawPdf.statement()
                .change(2, "3 0 R", "3 0 R ".repeat(1 << random.nextInt(21)))
                .bytes();
    }

    /** Thousands of pages that each draw the same full page under a number of their own. */
    private static byte[] heavy(Random random) {
        var pdf = RawPdf.statement();
        var kids = new StringBuilder("3 0 R");
        int count = 1 << random.nextInt(13);
        for (int i = count; i > 0; i--) {
            int own = 20 + count + i;
            pdf.put(20 + i, pdf.body(3).replace("4 0 R", "[4 0 R %d 0 R]".formatted(own)));
            pdf.stream(own, "", RawPdf.account(i));
            kids.append(' ').append(20 + i).append(" 0 R");
        }
        String content = RawPdf.content().repeat(1 + random.nextInt(60));
        return pdf.change(2, "3 0 R", kids.toString()).stream(
                        4, "/Filter/FlateDecode", Packing.flate(content))
                .bytes();
    }

    private static byte[] glyphMap(Random random) {
        return RawPdf.statement()
                .put(
                        5,
                        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[10"
                                + " 0 R]>>")
                .put(
                        10,
                        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDToGIDMap 11 0 R/W[0 2147483647 500 %s %s 1]/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>>>"
                                .formatted(Family.number(random), Family.number(random)))
                .stream(
                        11,
                        "/Filter/FlateDecode",
                        Packing.flateBomb("\0\1", 1 << random.nextInt(9)))
                .bytes();
    }
}
