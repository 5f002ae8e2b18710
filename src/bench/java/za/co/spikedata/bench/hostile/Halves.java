package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** Halves of files, files in one another, and other files that call themselves PDF. */
final class Halves {
    private static final List<String> HEADS =
            List.of(
                    "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
                    "\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0",
                    "PK\3\4\24\0\0\0\b\0",
                    "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                    "{\\rtf1\\ansi ",
                    "%!PS-Adobe-3.0 ",
                    "<?xml version='1.0'?><svg>",
                    "<!DOCTYPE html><p>",
                    "\u00ef\u00bb\u00bf",
                    "MIME-Version: 1.0\r\nContent-Type: application/pdf\r\n\r\n",
                    "\u001f\u008b\b\0\0\0\0\0");

    private Halves() {}

    static List<Family> families(List<byte[]> whole) {
        return List.of(
                new Family("halves: so many hundredths", random -> hundredths(whole, random)),
                new Family("halves: of two files", random -> halves(whole, random)),
                new Family("halves: two files in one", random -> two(whole, random)),
                new Family("halves: ready for the web", Halves::web),
                new Family("halves: two tables in one", Halves::hybrid),
                new Family("halves: behind another head", random -> headed(whole, random)),
                new Family("halves: in two bytes a character", random -> wide(whole, random)),
                new Family("halves: with another version", random -> versions(whole, random)),
                new Family("halves: ends only", random -> ends(whole, random)),
                new Family("halves: trees of labels", Halves::labels),
                new Family("halves: a folder of files", Halves::folder));
    }

    private static String any(List<byte[]> whole, Random random) {
        return RawPdf.latin(whole.get(random.nextInt(whole.size())));
    }

    private static byte[] hundredths(List<byte[]> whole, Random random) {
        String pdf = any(whole, random);
        return RawPdf.latin(
                pdf.substring(0, (int) ((long) pdf.length() * random.nextInt(101) / 100)));
    }

    private static byte[] halves(List<byte[]> whole, Random random) {
        String one = any(whole, random);
        String other = any(whole, random);
        return RawPdf.latin(
                one.substring(0, one.length() / 2) + other.substring(other.length() / 2));
    }

    private static byte[] two(List<byte[]> whole, Random random) {
        String one = any(whole, random);
        int at = random.nextInt(one.length());
        return RawPdf.latin(one.substring(0, at) + any(whole, random) + one.substring(at));
    }

    /** What the first page needs stands first, with a table of its own that points on. */
    private static byte[] web(Random random) {
        String whole = RawPdf.latin(RawPdf.statement().bytes());
        int length = random.nextBoolean() ? whole.length() : random.nextInt(9_000);
        String head =
                "%%PDF-1.7\n9 0 obj\n<</Linearized 1/L %d/H[%s %s]/O 3/E %s/N %s/T %s>>\nendobj\n"
                        .formatted(
                                length,
                                Family.number(random),
                                Family.number(random),
                                Family.number(random),
                                Family.number(random),
                                Family.number(random));
        String table =
                "xref\n9 1\n0000000009 00000 n \ntrailer\n<</Root 1 0 R/Size 10/Prev %d>>\nstartxref\n0\n%%%%EOF\n"
                        .formatted(head.length() + random.nextInt(whole.length()));
        String pdf = head + table + whole.substring("%PDF-1.7\n".length());
        return RawPdf.latin(pdf.substring(0, pdf.length() / 2 + random.nextInt(pdf.length() / 2)));
    }

    /** A table beside a packed one that says otherwise. */
    private static byte[] hybrid(Random random) {
        String first = RawPdf.latin(RawPdf.statement().bytes());
        String rows = Family.noise(random, 7 * (1 + random.nextInt(6)));
        String widths = Family.any(List.of("1 4 2", "0 7 0", "1 1 1", "8 8 8", "-1 4 2"), random);
        String index = Family.any(List.of("3 2", "0 6", "-3 9", "3 2147483647", "3"), random);
        String packed =
                "9 0 obj\n<</Type/XRef/Size 10/W[%s]/Index[%s]/Length %d>>\nstream\n%s\nendstream\nendobj\n"
                        .formatted(widths, index, rows.length(), rows);
        int at = first.length() + packed.length();
        return RawPdf.latin(
                first
                        + packed
                        + "xref\n0 0\ntrailer\n<</Root 1 0 R/Size 10/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n"
                                .formatted(
                                        first.lastIndexOf("xref\n0"),
                                        first.length() - random.nextInt(3),
                                        at));
    }

    private static byte[] headed(List<byte[]> whole, Random random) {
        return RawPdf.latin(
                Family.any(HEADS, random)
                        + Family.noise(random, random.nextInt(2_000))
                        + any(whole, random));
    }

    private static byte[] wide(List<byte[]> whole, Random random) {
        String wide = String.join("\0", any(whole, random).split("", 20_000));
        return RawPdf.latin((random.nextBoolean() ? "\u00ff\u00fe" : "%PDF-1.7\n") + wide);
    }

    private static byte[] versions(List<byte[]> whole, Random random) {
        String version =
                Family.any(
                        List.of("2.0", "9.9", "-1", "", "1.", "A.B", "1.4%PDF-2.0", "2147483648.7"),
                        random);
        return RawPdf.latin(any(whole, random).replaceFirst("%PDF-\\d\\.\\d", "%PDF-" + version));
    }

    private static byte[] ends(List<byte[]> whole, Random random) {
        String pdf = any(whole, random);
        return RawPdf.latin("%PDF-1.7\n" + pdf.substring(pdf.length() * 9 / 10));
    }

    private static byte[] labels(Random random) {
        int depth = 1 << random.nextInt(15);
        var pdf = RawPdf.statement().change(1, "/Pages", "/PageLabels 20 0 R/Dests 20 0 R/Pages");
        for (int i = 0; i < depth; i++) {
            pdf.put(
                    20 + i,
                    "<</Kids[%d 0 R %d 0 R]/Limits[0 %s]/Nums[0<</S/D/St %s>>]>>"
                            .formatted(
                                    20 + (i + 1) % depth,
                                    20 + random.nextInt(depth),
                                    Family.number(random),
                                    Family.number(random)));
        }
        return pdf.bytes();
    }

    private static byte[] folder(Random random) {
        return RawPdf.statement()
                .change(
                        1,
                        "/Pages",
                        "/Collection 20 0 R/AF[20 0 R 20 0 R]/DPartRoot 20 0 R/Names<</EmbeddedFiles 20 0 R>>/AcroForm<</XFA 20 0 R/Fields[20 0 R]>>/Pages")
                .put(
                        20,
                        "<</Schema %1$s/Folders %1$s/Child %1$s/Next %1$s/Parent %1$s/Kids[%1$s]/Names[(a) %1$s]/EF<</F 21 0 R>>/D(a)/View/%2$s/DParts[[%1$s]]>>"
                                .formatted(
                                        "20 0 R", Family.any(List.of("D", "T", "H", "C"), random)))
                .stream(
                        21,
                        "/Type/EmbeddedFile/Filter/FlateDecode",
                        Packing.flateBomb("%PDF-1.7", 1 << random.nextInt(11)))
                .bytes();
    }
}
