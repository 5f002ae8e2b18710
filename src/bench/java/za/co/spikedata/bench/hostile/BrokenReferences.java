package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** References that lead in circles, nowhere, or to ever more of the same. */
final class BrokenReferences {
    private static final List<String> KEYS =
            List.of(
                    "Pages",
                    "Names",
                    "Outlines",
                    "AcroForm",
                    "StructTreeRoot",
                    "Metadata",
                    "Dests",
                    "Extensions",
                    "OCProperties",
                    "PageLabels",
                    "OpenAction");

    private BrokenReferences() {}

    static List<Family> families() {
        return List.of(
                new Family("references: pages hold themselves", BrokenReferences::pages),
                new Family("references: parents in a circle", BrokenReferences::parents),
                new Family("references: pages of ten pages of ten", BrokenReferences::fan),
                new Family("references: a chain of objects", BrokenReferences::chain),
                new Family("references: forms draw themselves", BrokenReferences::forms),
                new Family("references: forms of ten forms of ten", BrokenReferences::laughs),
                new Family("references: contents of contents", BrokenReferences::contents),
                new Family("references: a length that is itself", BrokenReferences::lengths),
                new Family("references: resources in a circle", BrokenReferences::resources),
                new Family("references: catalog in a circle", BrokenReferences::catalog),
                new Family("references: anything for anything", BrokenReferences::anything),
                new Family("references: objects left out", BrokenReferences::leftOut));
    }

    private static byte[] pages(Random random) {
        String kids = "2 0 R ".repeat(1 + random.nextInt(50)) + "3 0 R 1 0 R 4 0 R 99 0 R";
        return RawPdf.statement()
                .put(
                        2,
                        "<</Type/Pages/Parent 2 0 R/Kids[%s]/Count %s>>"
                                .formatted(kids, Family.number(random)))
                .bytes();
    }

    private static byte[] parents(Random random) {
        var pdf = RawPdf.statement().change(3, "/MediaBox[0 0 595 842]", "");
        int length = 1 + random.nextInt(200);
        pdf.change(3, "/Parent 2 0 R", "/Parent 10 0 R");
        for (int i = 0; i < length; i++) {
            pdf.put(10 + i, "<</Type/Pages/Parent %d 0 R>>".formatted(10 + (i + 1) % length));
        }
        return pdf.bytes();
    }

    private static byte[] fan(Random random) {
        var pdf = RawPdf.statement().change(2, "[3 0 R]", "[10 0 R]");
        int levels = 3 + random.nextInt(9);
        for (int i = 0; i < levels; i++) {
            String kid = (i == levels - 1 ? 3 : 11 + i) + " 0 R ";
            pdf.put(10 + i, "<</Type/Pages/Kids[%s]/Count 10>>".formatted(kid.repeat(10)));
        }
        return pdf.bytes();
    }

    private static byte[] chain(Random random) {
        var pdf = RawPdf.statement().change(3, "4 0 R", "10 0 R");
        int length = 1 + random.nextInt(20_000);
        for (int i = 0; i < length; i++) {
            pdf.put(10 + i, (i == length - 1 ? random.nextInt(12) : 11 + i) + " 0 R");
        }
        return random.nextBoolean() ? pdf.bytes() : pdf.bytesWithoutTable();
    }

    private static byte[] forms(Random random) {
        String own = "/Subtype/Form/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R/Y 7 0 R>>>>";
        String again = "/X Do /Y Do ".repeat(1 + random.nextInt(20));
        return RawPdf.statement().stream(4, "", again + RawPdf.content()).stream(6, own, again)
                .stream(7, own, again + "BT /F 9 Tf (x) Tj ET")
                .bytes();
    }

    private static byte[] laughs(Random random) {
        var pdf = RawPdf.statement().stream(4, "", "/X Do");
        int levels = 3 + random.nextInt(9);
        for (int i = 0; i < levels; i++) {
            String own =
                    "/Subtype/Form/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
                            .formatted(7 + i);
            pdf.stream(6 + i, own, i == levels - 1 ? RawPdf.content() : "/X Do ".repeat(10));
        }
        return pdf.bytes();
    }

    private static byte[] contents(Random random) {
        return RawPdf.statement()
                .change(3, "/Contents 4 0 R", "/Contents 8 0 R")
                .put(8, "[" + "8 0 R 4 0 R 9 0 R ".repeat(1 + random.nextInt(5_000)) + "]")
                .put(9, "[[4 0 R][8 0 R]]")
                .bytes();
    }

    private static byte[] lengths(Random random) {
        String by = Family.any(List.of("4 0 R", "9 0 R", "1 0 R", "99 0 R", "5 0 R"), random);
        var pdf =
                RawPdf.statement()
                        .put(
                                4,
                                "<</Length %s>>\nstream\n%s\nendstream"
                                        .formatted(by, RawPdf.content()))
                        .put(9, Family.any(List.of("9 0 R", Family.number(random)), random));
        return random.nextBoolean() ? pdf.bytes() : pdf.bytesWithoutTable();
    }

    private static byte[] resources(Random random) {
        return RawPdf.statement()
                .put(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources %d 0 R>>"
                                .formatted(8 + random.nextInt(2)))
                .put(8, "<</Font 8 0 R/XObject 8 0 R/ExtGState 8 0 R/F 8 0 R/X 8 0 R>>")
                .put(9, "<</Font<</F 9 0 R>>/Subtype/Type0/DescendantFonts[9 0 R]/Encoding 9 0 R>>")
                .bytes();
    }

    private static byte[] catalog(Random random) {
        var entries = new StringBuilder("<</Type/Catalog/Pages 2 0 R");
        for (String key : KEYS) {
            if (random.nextBoolean()) {
                entries.append('/').append(key).append(" 8 0 R");
            }
        }
        return RawPdf.statement()
                .put(1, entries.append(">>").toString())
                .put(
                        8,
                        "<</Kids[8 0 R 8 0 R]/First 8 0 R/Last 8 0 R/Next 8 0 R/Prev 8 0 R/Parent 8 0 R"
                                + "/Names[(a)8 0 R]/Fields[8 0 R]/K 8 0 R/Nums[0 8 0 R]>>")
                .bytes();
    }

    private static byte[] anything(Random random) {
        var pdf = RawPdf.statement();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int number = 1 + random.nextInt(5);
            pdf.put(
                    number,
                    pdf.body(number)
                            .replaceFirst(
                                    "\\d 0 R|\\[.*?]|(?<=Subtype)/\\w+",
                                    Family.any(Family.VALUES, random)));
        }
        return random.nextInt(4) > 0 ? pdf.bytes() : pdf.bytesWithoutTable();
    }

    private static byte[] leftOut(Random random) {
        var pdf = RawPdf.statement().without(1 + random.nextInt(5));
        return random.nextBoolean() ? pdf.bytes() : pdf.bytesWithoutTable();
    }
}
