package za.co.spikedata.bench.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A PDF written object by object, right or wrong; text and bytes are one, a character each. */
public final class RawPdf {
    private final SortedMap<Integer, String> objects = new TreeMap<>();
    private String trailer = "/Root 1 0 R";

    /** One page of a statement that adds up, nothing packed: 1 to 5, the content is 4. */
    public static RawPdf statement() {
        return new RawPdf()
                        .put(1, "<</Type/Catalog/Pages 2 0 R>>")
                        .put(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .put(
                                3,
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                                        + "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>")
                        .stream(4, "", content())
                        .put(
                                5,
                                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    }

    /** The same with a page that shows the picture 6 and nothing else. */
    public static RawPdf picture(String entries, String bytes) {
        return statement().stream(4, "", "q 500 0 0 700 40 40 cm /X Do Q").stream(
                6, "/Type/XObject/Subtype/Image" + entries, bytes);
    }

    /** The page's own content. */
    public static String content() {
        var rows =
                List.of(
                        "|Statement of account||",
                        "|Statement period 1 January 2026 to 31 January 2026||",
                        "Date|Description|Amount|Balance",
                        "01/01/2026|Opening balance||1,000.00",
                        "05/01/2026|Card purchase|-120.50|879.50",
                        "09/01/2026|Salary|2,500.00|3,379.50",
                        "14/01/2026|Rent|-1,900.00|1,479.50",
                        "28/01/2026|Fee|-12.25|1,467.25",
                        "|Closing balance||1,467.25");
        int[] lefts = {40, 120, 380, 480};
        var content = new StringBuilder("BT /F 9 Tf\n");
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split("\\|", -1);
            for (int cell = 0; cell < cells.length; cell++) {
                if (!cells[cell].isEmpty()) {
                    content.append(
                            "1 0 0 1 %d %d Tm (%s) Tj\n"
                                    .formatted(lefts[cell], 780 - 14 * row, cells[cell]));
                }
            }
        }
        return content.append("ET").toString();
    }

    /** What makes a page with the same content one of another account. */
    public static String account(int number) {
        return "\nBT /F 9 Tf 1 0 0 1 400 794 Tm (Account number 62%08d) Tj ET".formatted(number);
    }

    public RawPdf put(int number, String body) {
        objects.put(number, body);
        return this;
    }

    public RawPdf stream(int number, String entries, String content) {
        return put(
                number,
                "<<%s/Length %d>>\nstream\n%s\nendstream"
                        .formatted(entries, content.length(), content));
    }

    public RawPdf change(int number, String part, String by) {
        return put(number, objects.getOrDefault(number, "").replace(part, by));
    }

    public RawPdf without(int number) {
        objects.remove(number);
        return this;
    }

    public RawPdf trailer(String entries) {
        trailer = entries;
        return this;
    }

    public List<Integer> numbers() {
        return new ArrayList<>(objects.keySet());
    }

    public String body(int number) {
        return objects.getOrDefault(number, "null");
    }

    /** With a table of where each object stands. */
    public byte[] bytes() {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        objects.forEach((number, body) -> {
            table.append("%d 1\n%010d 00000 n \n".formatted(number, pdf.length()));
            pdf.append(number).append(" 0 obj\n").append(body).append("\nendobj\n");
        });
        int at = pdf.length();
        int size = objects.isEmpty() ? 1 : objects.lastKey() + 1;
        pdf.append(table).append("trailer\n<<").append(trailer).append("/Size ").append(size);
        return latin(pdf.append(">>\nstartxref\n").append(at).append("\n%%EOF\n").toString());
    }

    /** Without one, as a file is after a bad copy. */
    public byte[] bytesWithoutTable() {
        var pdf = new StringBuilder("%PDF-1.7\n");
        objects.forEach((number, body) ->
                pdf.append(number).append(" 0 obj\n").append(body).append("\nendobj\n"));
        return latin(pdf.append("trailer\n<<").append(trailer).append(">>\n%%EOF\n").toString());
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
