package za.co.spikedata.statements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A made-up statement of one page with a running balance. */
final class PaperStatement {
    private static final float[] COLUMNS = {50, 130, 330, 430};
    private static final List<List<String>> LINES =
            List.of(
                    List.of("Northern Example Bank"),
                    List.of("Account number 123456789"),
                    List.of("Statement period 01/03/2026 to 31/03/2026"),
                    List.of("Date", "Description", "Amount", "Balance"),
                    List.of("01/03/2026", "Opening balance", "", "1 204.33"),
                    List.of("03/03/2026", "Salary Example Ltd", "5 000.00", "6 204.33"),
                    List.of("07/03/2026", "Rent March", "-4 100.00", "2 104.33"),
                    List.of("12/03/2026", "Corner shop", "-216.23", "1 888.10"),
                    List.of("28/03/2026", "Corner shop", "-900.00", "988.10"),
                    List.of("31/03/2026", "Closing balance", "", "988.10"));

    private PaperStatement() {}

    static byte[] plain() {
        return of(LINES, "");
    }

    static byte[] locked(String password) {
        return of(LINES, password);
    }

    /**
     * @param lines of words under the columns
     * @param password that opens it; empty for none
     */
    static byte[] of(List<List<String>> lines, String password) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                for (int line = 0; line < lines.size(); line++) {
                    for (int column = 0; column < lines.get(line).size(); column++) {
                        content.beginText();
                        content.newLineAtOffset(COLUMNS[column], 720 - 16 * line);
                        content.showText(lines.get(line).get(column));
                        content.endText();
                    }
                }
            }
            if (!password.isEmpty()) {
                var policy =
                        new StandardProtectionPolicy("owner", password, new AccessPermission());
                policy.setEncryptionKeyLength(256);
                document.protect(policy);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
