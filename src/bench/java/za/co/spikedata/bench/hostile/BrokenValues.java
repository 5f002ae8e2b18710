package za.co.spikedata.bench.hostile;

import java.util.List;
import java.util.Random;

/** Numbers no page has, nesting without end, and contents without sense. */
final class BrokenValues {
    private static final List<String> OPERATORS =
            List.of(
                    "Tj", "TJ", "'", "\"", "Td", "TD", "Tm", "T*", "BT", "ET", "Tf", "Tc", "Tw",
                    "Tz", "TL", "Ts", "Tr", "cm", "q", "Q", "gs", "Do", "BI", "ID", "EI", "BDC",
                    "EMC", "re", "W", "n", "sh", "d0", "d1");

    private BrokenValues() {}

    static List<Family> families() {
        return List.of(
                new Family("values: page boxes", BrokenValues::boxes),
                new Family("values: rotation and units", BrokenValues::rotation),
                new Family("values: counts", BrokenValues::counts),
                new Family("values: places of text", BrokenValues::places),
                new Family("values: operators at random", BrokenValues::operators),
                new Family("values: arrays in arrays", random -> nested("[", "]", random)),
                new Family("values: entries in entries", random -> nested("<</A", ">>", random)),
                new Family("values: brackets never closed", random -> nested("[<<", "", random)),
                new Family("values: content in brackets", BrokenValues::contentNested),
                new Family("values: states saved", BrokenValues::saved),
                new Family("values: a number without end", BrokenValues::longNumber),
                new Family("values: a word without end", BrokenValues::longWord),
                new Family("values: many operands", BrokenValues::operands),
                new Family("values: many glyphs on a spot", BrokenValues::glyphs),
                new Family("values: a line of thousands of words", BrokenValues::longLine),
                new Family("values: dates and amounts only", BrokenValues::figures),
                new Family("values: amounts without end", BrokenValues::amounts));
    }

    private static byte[] boxes(Random random) {
        String box =
                "[%s %s %s %s]"
                        .formatted(
                                Family.number(random),
                                Family.number(random),
                                Family.number(random),
                                Family.number(random));
        return RawPdf.statement().change(3, "[0 0 595 842]", box + "/CropBox" + box).bytes();
    }

    private static byte[] rotation(Random random) {
        return RawPdf.statement()
                .change(
                        3,
                        "/Parent",
                        "/Rotate %s/UserUnit %s/Parent"
                                .formatted(Family.number(random), Family.number(random)))
                .bytes();
    }

    private static byte[] counts(Random random) {
        return RawPdf.statement()
                .change(2, "/Count 1", "/Count " + Family.number(random))
                .change(4, "/Length", "/Length " + Family.number(random) + "/Old")
                .bytes();
    }

    private static byte[] places(Random random) {
        String content =
                RawPdf.content()
                        .lines()
                        .map(line ->
                                random.nextInt(3) > 0
                                        ? line
                                        : line.replaceFirst("\\d+", Family.number(random)))
                        .reduce("", (one, other) -> one + other + "\n");
        return RawPdf.statement().stream(4, "", content).bytes();
    }

    private static byte[] operators(Random random) {
        var content = new StringBuilder("BT /F 9 Tf ");
        for (int i = 0; i < 3_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> content.append(Family.number(random));
                case 1 -> content.append(Family.any(Family.VALUES, random));
                case 2 -> content.append("(01/02/2026 1,234.50)");
                case 3 -> content.append(random.nextInt(800));
                default -> content.append(Family.any(OPERATORS, random));
            }
            content.append(' ');
        }
        return RawPdf.statement().stream(4, "", content.toString()).bytes();
    }

    private static byte[] nested(String open, String close, Random random) {
        int depth = 1 << random.nextInt(20);
        String value = open.repeat(depth) + close.repeat(depth);
        return RawPdf.statement()
                .change(1 + random.nextInt(3), "<</Type", "<</Deep " + value + "/Type")
                .bytes();
    }

    private static byte[] contentNested(Random random) {
        int depth = 1 << random.nextInt(21);
        String open = Family.any(List.of("[", "(", "<<", "{", "/A<<", "<"), random);
        return RawPdf.statement().stream(4, "", open.repeat(depth) + RawPdf.content()).bytes();
    }

    private static byte[] saved(Random random) {
        int depth = 1 << random.nextInt(21);
        String word = Family.any(List.of("q ", "BT ", "/A BMC ", "Q ", "1 0 0 1 0 0 cm "), random);
        return RawPdf.statement().stream(4, "", word.repeat(depth) + RawPdf.content()).bytes();
    }

    private static byte[] longNumber(Random random) {
        String digits = "9".repeat(1 << random.nextInt(22));
        String number = random.nextBoolean() ? digits : "0." + digits;
        return random.nextBoolean()
                ? RawPdf.statement().stream(4, "", number + " 0 Td " + RawPdf.content()).bytes()
                : RawPdf.statement().change(2, "/Count 1", "/Count " + number).bytes();
    }

    private static byte[] longWord(Random random) {
        String word = Family.any(List.of("/", "(", "", "<"), random) + "A".repeat(1 << 20);
        return random.nextBoolean()
                ? RawPdf.statement().stream(4, "", RawPdf.content() + " " + word).bytes()
                : RawPdf.statement().change(2, "/Count 1", "/Count 1/Long " + word).bytes();
    }

    private static byte[] operands(Random random) {
        String one = Family.any(List.of("1 ", "(a) ", "/A ", "[ ", "] ", "<41> "), random);
        String content = "BT /F 9 Tf [" + one.repeat(1 << random.nextInt(21)) + "] TJ ET ";
        return RawPdf.statement().stream(4, "", content + RawPdf.content()).bytes();
    }

    private static byte[] glyphs(Random random) {
        var content = new StringBuilder("BT /F 9 Tf ");
        for (int i = 0; i < 40_000; i++) {
            content.append(
                    "1 0 0 1 %d %d Tm (1) Tj "
                            .formatted(
                                    random.nextInt(1 + random.nextInt(600)), random.nextInt(800)));
        }
        return RawPdf.statement().stream(4, "", content + "ET").bytes();
    }

    private static byte[] longLine(Random random) {
        String cell = Family.any(List.of("1.00", "01/02/2026", "Balance", "-", "R", "("), random);
        var content = new StringBuilder("BT /F 1 Tf ");
        int words = 1 + random.nextInt(20_000);
        for (int i = 0; i < words; i++) {
            content.append("1 0 0 1 %d 400 Tm (%s) Tj ".formatted(i * 4, cell));
        }
        return RawPdf.statement().stream(4, "", content + "ET").bytes();
    }

    /** Rows that might be anything, so that every hypothesis is tried. */
    private static byte[] figures(Random random) {
        var content = new StringBuilder("BT /F 5 Tf ");
        int columns = 1 + random.nextInt(12);
        for (int row = 0; row < 130; row++) {
            for (int column = 0; column < columns; column++) {
                String cell =
                        random.nextInt(4) == 0
                                ? "0%d/0%d/2026".formatted(1 + row % 9, 1 + column % 9)
                                : random.nextInt(4) == 0 ? "" : random.nextInt(9) + "." + row % 90;
                content.append(
                        "1 0 0 1 %d %d Tm (%s) Tj ".formatted(column * 48, 830 - row * 6, cell));
            }
        }
        var pdf = RawPdf.statement().stream(4, "", content + "ET");
        var kids = new StringBuilder("3 0 R");
        for (int page = 20 + random.nextInt(30); page >= 20; page--) {
            pdf.put(page, pdf.body(3));
            kids.append(' ').append(page).append(" 0 R");
        }
        return pdf.change(2, "3 0 R", kids.toString()).bytes();
    }

    private static byte[] amounts(Random random) {
        String digits = "9".repeat(1 + random.nextInt(60));
        return RawPdf.statement().stream(
                        4, "", RawPdf.content().replace("1,000.00", digits + ".00"))
                .bytes();
    }
}
