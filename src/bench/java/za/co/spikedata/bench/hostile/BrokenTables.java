package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** Tables of objects, streams that hold objects, and locks, with figures that cannot be. */
final class BrokenTables {
    private BrokenTables() {}

    static List<Family> families() {
        return List.of(
                new Family("tables: chains of saves", BrokenTables::saves),
                new Family("tables: saves in a circle", BrokenTables::circle),
                new Family("tables: figures of a table", BrokenTables::table),
                new Family("tables: packed table", BrokenTables::packed),
                new Family("tables: packed table that unfolds", BrokenTables::packedBomb),
                new Family("tables: objects in streams", BrokenTables::objects),
                new Family("tables: objects in a stream that unfolds", BrokenTables::objectsBomb),
                new Family("tables: streams of objects in a circle", BrokenTables::extend),
                new Family("tables: many trailers", BrokenTables::trailers),
                new Family("tables: a million objects", BrokenTables::manyObjects),
                new Family("tables: words of a table over and over", BrokenTables::words),
                new Family("tables: locks", BrokenTables::locks),
                new Family("tables: no root", BrokenTables::roots));
    }

    private static byte[] appended(byte[] pdf, String more) {
        return RawPdf.latin(RawPdf.latin(pdf) + more);
    }

    private static byte[] saves(Random random) {
        byte[] first = RawPdf.statement().bytes();
        var more = new StringBuilder();
        int before = RawPdf.latin(first).lastIndexOf("xref\n0");
        for (int i = 1 << random.nextInt(16); i > 0; i--) {
            int at = first.length + more.length();
            more.append("xref\n0 0\ntrailer\n<</Root 1 0 R/Prev ")
                    .append(before)
                    .append(">>\nstartxref\n")
                    .append(at)
                    .append("\n%%EOF\n");
            before = at;
        }
        return appended(first, more.toString());
    }

    private static byte[] circle(Random random) {
        byte[] first = RawPdf.statement().bytes();
        int at = first.length;
        String kind = Family.any(List.of("Prev", "XRefStm"), random);
        return appended(
                first,
                "xref\n0 0\ntrailer\n<</Root 1 0 R/%s %d>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(kind, at, at));
    }

    private static byte[] table(Random random) {
        byte[] first = RawPdf.statement().bytes();
        int at = first.length;
        return appended(
                first,
                "xref\n%s %s\n%s 65535 %s\ntrailer\n<</Root 1 0 R/Size %s/Prev %s>>\nstartxref\n%s\n%%%%EOF\n"
                        .formatted(
                                Family.number(random),
                                Family.number(random),
                                Family.number(random),
                                Family.any(List.of("n", "f", "x", ""), random),
                                Family.number(random),
                                Family.number(random),
                                random.nextBoolean() ? at : Family.number(random)));
    }

    private static byte[] packed(Random random) {
        String entries =
                "/Type/XRef/Root 1 0 R/Size %s/W[%s %s %s]/Index[%s %s]/Prev %s/Filter/FlateDecode"
                                .formatted(
                                        Family.number(random),
                                        random.nextBoolean() ? "1" : Family.number(random),
                                        random.nextBoolean() ? "4" : Family.number(random),
                                        random.nextBoolean() ? "2" : Family.number(random),
                                        random.nextBoolean() ? "0" : Family.number(random),
                                        Family.number(random),
                                        Family.number(random))
                        + "/DecodeParms<</Predictor %s/Columns %s>>"
                                .formatted(
                                        random.nextBoolean() ? "1" : "12", Family.number(random));
        return withTable(entries, Packing.flate(Family.noise(random, 4_000)));
    }

    private static byte[] packedBomb(Random random) {
        String entries =
                "/Type/XRef/Root 1 0 R/Size 2147483647/W[1 4 2]/Index[0 %s]/Filter/FlateDecode"
                        .formatted(Family.number(random));
        String row =
                Family.any(List.of("\0\0\0\0\0\0\0", "\1\0\0\0\11\0\0", "\2\0\0\0\4\0\0"), random);
        return withTable(entries, Packing.flateBomb(row, 1 << random.nextInt(11)));
    }

    private static byte[] withTable(String entries, String bytes) {
        byte[] first = RawPdf.statement().bytes();
        return appended(
                first,
                "9 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(entries, bytes.length(), bytes, first.length));
    }

    private static byte[] objects(Random random) {
        String content = "3 0 5 60 " + Family.any(Family.VALUES, random) + " <</Type/Page>> ";
        return RawPdf.statement().stream(
                        9,
                        "/Type/ObjStm/N %s/First %s/Extends 9 0 R/Filter/FlateDecode"
                                .formatted(Family.number(random), Family.number(random)),
                        Packing.flate(content.repeat(1 + random.nextInt(200))))
                .without(3 + random.nextInt(3))
                .bytesWithoutTable();
    }

    private static byte[] objectsBomb(Random random) {
        String each = Family.any(List.of(" ", "3 0 ", "[", "<</A 1>> ", "9 9 "), random);
        return RawPdf.statement().stream(
                        9,
                        "/Type/ObjStm/N %d/First %d/Filter/FlateDecode"
                                .formatted(1 << random.nextInt(30), 1 << random.nextInt(30)),
                        Packing.flateBomb(each, 1 << random.nextInt(11)))
                .bytesWithoutTable();
    }

    private static byte[] extend(Random random) {
        var pdf = RawPdf.statement().without(3);
        for (int i = 9; i < 20; i++) {
            pdf.stream(
                    i,
                    "/Type/ObjStm/N 2/First 10/Extends %d 0 R".formatted(9 + random.nextInt(11)),
                    "%d 0 3 5   %d 0 R   %d 0 R"
                            .formatted(9 + random.nextInt(11), i, 9 + random.nextInt(11)));
        }
        return pdf.bytesWithoutTable();
    }

    private static byte[] trailers(Random random) {
        String one =
                Family.any(
                        List.of(
                                "trailer\n<</Root 1 0 R>>\n",
                                "startxref\n7\n%%EOF\n",
                                "xref\n0 1\n0000000000 65535 f \n",
                                "trailer\n<</Root 2 0 R/Info 3 0 R>>\nstartxref\n99999999\n%%EOF\n"),
                        random);
        return appended(
                RawPdf.statement().bytesWithoutTable(), one.repeat(1 << random.nextInt(18)));
    }

    private static byte[] manyObjects(Random random) {
        var more = new StringBuilder();
        int count = 1 << random.nextInt(18);
        for (int i = 0; i < count; i++) {
            more.append(random.nextInt(8) > 0 ? i + 6 : 8).append(" 0 obj<</A 4 0 R>>endobj\n");
        }
        return appended(RawPdf.statement().bytesWithoutTable(), more.toString());
    }

    private static byte[] words(Random random) {
        String word =
                Family.any(
                        List.of(
                                "obj ",
                                "1 0 obj ",
                                "endobj ",
                                "stream\n",
                                "xref ",
                                "%%EOF",
                                "<<",
                                "trailer"),
                        random);
        String many = word.repeat(1 << random.nextInt(20));
        byte[] whole = RawPdf.statement().bytesWithoutTable();
        return random.nextBoolean()
                ? appended(whole, many)
                : RawPdf.latin("%PDF-1.4\n" + many + RawPdf.latin(whole));
    }

    private static byte[] locks(Random random) {
        String key = "<" + "AB".repeat(random.nextInt(130)) + ">";
        String entries =
                "<</Filter%s/V %s/R %s/Length %s/P %s/O%s/U%s/OE%s/UE%s/Perms%s/StmF/S/StrF/S/CF<</S<</CFM%s/Length %s>>>>>>"
                        .formatted(
                                Family.any(List.of("/Standard", "/None", "/Adobe.PubSec"), random),
                                Family.any(List.of("1", "2", "4", "5", "6", "-1"), random),
                                Family.any(List.of("2", "3", "4", "5", "6", "99"), random),
                                Family.number(random),
                                Family.number(random),
                                key,
                                key,
                                key,
                                key,
                                key,
                                Family.any(List.of("/V2", "/AESV2", "/AESV3", "/None"), random),
                                Family.number(random));
        return RawPdf.statement()
                .put(8, entries)
                .trailer(
                        "/Root 1 0 R/Encrypt 8 0 R" + (random.nextBoolean() ? "/ID[<00><01>]" : ""))
                .bytes();
    }

    private static byte[] roots(Random random) {
        var pdf =
                RawPdf.statement()
                        .trailer(
                                "/Root %s/Info %s"
                                        .formatted(
                                                Family.any(Family.VALUES, random),
                                                Family.any(Family.VALUES, random)));
        return random.nextBoolean() ? pdf.bytes() : pdf.bytesWithoutTable();
    }
}
