package za.co.spikedata.bench.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Small files that ask for far more time or memory than any statement. */
public final class HostilePaper {
    private static final String LINE = "BT /F 9 Tf 10 100 Td (01/02/2026 Fee 1.00) Tj ET\n";

    private HostilePaper() {}

    /** Each by what it does. */
    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("inflates to 1 GB", pdf(onePage(), stream(deflated("q Q\n", 1 << 28))));
        files.put("text for ever", pdf(onePage(), stream(deflated(LINE, 4_000_000))));
        files.put("nested dictionaries", pdf(onePage() + nested(300_000), stream(bytes(LINE))));
        files.put("nested states", pdf(onePage(), stream(deflated("q\n", 5_000_000))));
        files.put("page tree of 10^10 leaves", pdf(fanOut(), stream(bytes(LINE))));
        files.put("page tree in a ring", pdf(ring(), stream(bytes(LINE))));
        files.put("forms within forms, 10^12 texts", pdf(forms(), stream(bytes("/X1 Do"))));
        return files;
    }

    private static String onePage() {
        return """
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        """
                + page("<</Font<</F 5 0 R>>>>");
    }

    private static String page(String resources) {
        return "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources "
                + resources
                + ">> endobj\n5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n";
    }

    private static String nested(int depth) {
        return "6 0 obj " + "<</A ".repeat(depth) + "1" + ">>".repeat(depth) + " endobj\n";
    }

    /** Ten levels, each naming the next ten times. */
    private static String fanOut() {
        var text = new StringBuilder("1 0 obj <</Type/Catalog/Pages 10 0 R>> endobj\n");
        text.append(page("<</Font<</F 5 0 R>>>>"));
        for (int i = 10; i < 20; i++) {
            String kid = i == 19 ? "3 0 R " : (i + 1) + " 0 R ";
            text.append(i + " 0 obj <</Type/Pages/Count 1000000000/Kids[")
                    .append(kid.repeat(10))
                    .append("]>> endobj\n");
        }
        return text.toString();
    }

    private static String ring() {
        return """
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[6 0 R 2 0 R]/Count 2147483647>> endobj
        6 0 obj <</Type/Pages/Kids[2 0 R 6 0 R]/Count 2147483647>> endobj
        """;
    }

    /** Twelve levels, each drawing the next ten times. */
    private static String forms() {
        var text = new StringBuilder();
        text.append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        text.append("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
        text.append(page("<</Font<</F 5 0 R>>/XObject<</X1 21 0 R>>>>"));
        for (int i = 1; i <= 12; i++) {
            String content = i == 12 ? LINE.repeat(10) : ("/X" + (i + 1) + " Do ").repeat(10);
            text.append((20 + i) + " 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 595 842]")
                    .append("/Resources<</Font<</F 5 0 R>>/XObject<</X" + (i + 1) + " ")
                    .append((21 + i) + " 0 R>>>>/Length " + content.length() + ">> stream\n")
                    .append(content)
                    .append("\nendstream endobj\n");
        }
        return text.toString();
    }

    private static byte[] pdf(String objects, byte[] contents) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.4\n" + objects + "4 0 obj "));
        out.writeBytes(contents);
        out.writeBytes(bytes(" endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] stream(byte[] content) {
        // The first byte of zlib data, which no content of ours begins with.
        boolean deflated = content.length > 0 && content[0] == 0x78;
        var out = new ByteArrayOutputStream();
        var filter = deflated ? "/Filter/FlateDecode" : "";
        out.writeBytes(bytes("<<" + filter + "/Length " + content.length + ">> stream\n"));
        out.writeBytes(content);
        out.writeBytes(bytes("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] deflated(String text, int times) {
        var out = new ByteArrayOutputStream();
        int together = 1_000;
        byte[] many = bytes(text.repeat(together));
        try (var deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < times / together; i++) {
                deflater.write(many);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
