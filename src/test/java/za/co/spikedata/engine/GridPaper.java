package za.co.spikedata.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Pages drawn from a text grid in a proportional face, its bytes written by hand. Two blanks part
 * the cells of a line: a figure ends at its last column, any other text starts at its first. Signs
 * of full width take two columns.
 */
final class GridPaper {
    private static final double SIZE = 6;
    private static final double COLUMN = 4.3;
    private static final double LEFT = 30;
    private static final double TOP = 800;
    private static final double PITCH = 10.5;
    private static final int LINES = 70;
    private static final Pattern FIGURE =
            Pattern.compile(
                    "[^\\p{L}]*\\d[^\\p{L}]*( ?[\\p{L}.]{1,3}\\.?)?|[\\p{Lu}$€£]{1,3}[$.]?"
                            + " ?-?\\d[\\d.,' ]*-?");
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
        722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
        667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584
    };
    private static final int WIDE = 1_000;
    private static final int OTHER = 556;

    private GridPaper() {}

    static byte[] of(List<String> lines) {
        var contents = new ArrayList<StringBuilder>();
        int line = LINES;
        for (String printed : lines) {
            if (printed.equals("\f") || line == LINES) {
                contents.add(new StringBuilder());
                line = 0;
            }
            if (!printed.equals("\f")) {
                draw(contents.getLast(), printed, TOP - line * PITCH);
                line++;
            }
        }
        return file(contents);
    }

    private static void draw(StringBuilder content, String line, double baseline) {
        int at = 0;
        int column = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                column++;
                continue;
            }
            int end = line.indexOf("  ", at);
            String cell = line.substring(at, end < 0 ? line.length() : end);
            int columns = cell.chars().map(each -> isWide(each) ? 2 : 1).sum();
            double left =
                    FIGURE.matcher(cell).matches()
                            ? LEFT + (column + columns) * COLUMN - width(cell)
                            : LEFT + column * COLUMN;
            content.append("BT /F 6 Tf 1 0 0 1 %.2f %.2f Tm <".formatted(left, baseline));
            (isRightToLeft(cell) ? turned(cell) : cell)
                    .chars()
                    .forEach(each -> content.append("%04X".formatted(each)));
            content.append("> Tj ET\n");
            at += cell.length();
            column += columns;
        }
    }

    private static boolean isRightToLeft(String cell) {
        return cell.chars()
                .anyMatch(each -> each >= 0x590 && each < 0x700 && Character.isLetter(each));
    }

    /** As it stands on paper from left to right: numbers in letters' text keep their order. */
    private static String turned(String cell) {
        var words = new ArrayList<String>();
        for (String word : cell.split(" ")) {
            words.addFirst(
                    word.chars().noneMatch(Character::isLetter) || !isRightToLeft(word)
                            ? word
                            : new StringBuilder(word).reverse().toString());
        }
        return String.join(" ", words);
    }

    private static double width(String cell) {
        return cell.chars().map(GridPaper::width).sum() * SIZE / 1_000;
    }

    private static int width(int each) {
        if (each >= ' ' && each < ' ' + WIDTHS.length) {
            return WIDTHS[each - ' '];
        }
        return isWide(each) ? WIDE : OTHER;
    }

    private static boolean isWide(int each) {
        return each >= 0x1100 && each < 0x1200
                || each >= 0x2E80 && each < 0xD7B0
                || each >= 0xFF01 && each < 0xFF61;
    }

    private static byte[] file(List<StringBuilder> contents) {
        var objects = new ArrayList<String>();
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        var kids = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            kids.append(7 + 2 * i).append(" 0 R ");
        }
        objects.add("<</Type/Pages/Count %d/Kids[%s]>>".formatted(contents.size(), kids));
        objects.add(
                "<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/DescendantFonts[4 0"
                        + " R]/ToUnicode 6 0 R>>");
        objects.add(
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)"
                        + "/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 556/W[%s]>>"
                                .formatted(widths()));
        objects.add(
                "<</Type/FontDescriptor/FontName/Sample/Flags 4/FontBBox[0 -200 1000"
                        + " 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>");
        objects.add(stream(map()));
        for (StringBuilder content : contents) {
            objects.add(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 720 842]/Resources<</Font<</F 3 0"
                            + " R>>>>/Contents %d 0 R>>".formatted(objects.size() + 2));
            objects.add(stream(content.toString()));
        }
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int table = file.length();
        file.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append(
                "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, table));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(file.toString().getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private static String stream(String content) {
        return "<</Length %d>>\nstream\n%s\nendstream".formatted(content.length(), content);
    }

    private static String widths() {
        var widths = new StringBuilder("32[");
        for (int width : WIDTHS) {
            widths.append(width).append(' ');
        }
        return widths.append("]4352 4607 1000 11904 55215 1000 65281 65376 1000").toString();
    }

    /** Every code is its own sign. */
    private static String map() {
        var map = new StringBuilder();
        map.append("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
        map.append("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (int high = 0; high < 256; high += 64) {
            map.append("64 beginbfrange\n");
            for (int i = high; i < high + 64; i++) {
                map.append("<%02X00> <%02XFF> <%02X00>\n".formatted(i, i, i));
            }
            map.append("endbfrange\n");
        }
        return map.append("endcmap end end").toString();
    }
}
