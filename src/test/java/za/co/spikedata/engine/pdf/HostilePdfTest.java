package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.Reason;
import za.co.spikedata.engine.model.Recogniser;

/**
 * Small files that unfold to much more than a statement can be; each is answered, none is read on.
 */
class HostilePdfTest {
    private static final String PAGE =
            "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                    + "/Resources<</Font<</F 5 0 R>>/XObject<</X0 10 0 R>>>>>>endobj\n"
                    + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";

    @Test
    void formsThatDrawFormsAreGivenUp() {
        var pdf = new StringBuilder(PAGE);
        pdf.append(stream(4, "", "/X0 Do"));
        for (int level = 0; level < 10; level++) {
            String own =
                    level == 9
                            ? "BT /F 9 Tf (1 234.50) Tj ET"
                            : ("/X" + (level + 1) + " Do ").repeat(10);
            String resources =
                    "/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>/XObject<</X%d %d 0 R>>>>"
                            .formatted(level + 1, level + 11);
            pdf.append(stream(10 + level, resources, own));
        }
        assertThat(reason(pdf.toString().getBytes(StandardCharsets.ISO_8859_1)))
                .contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aStreamThatUnfoldsToGigabytesIsGivenUp() throws IOException {
        byte[] blanks = new byte[1 << 20];
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 600; i++) {
                deflater.write(blanks);
            }
        }
        var pdf = new ByteArrayOutputStream();
        pdf.write(("%PDF-1.4\n" + PAGE).getBytes(StandardCharsets.ISO_8859_1));
        pdf.write(
                ("4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        packed.writeTo(pdf);
        pdf.write(
                "\nendstream endobj\ntrailer<</Root 1 0 R>>".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reason(pdf.toByteArray())).contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aPageOfTooManyGlyphsIsGivenUp() {
        String text = "BT /F 9 Tf " + "(1111111111111111111111111) Tj ".repeat(6_000) + "ET";
        assertThat(reason((PAGE + stream(4, "", text)).getBytes(StandardCharsets.ISO_8859_1)))
                .contains(Reason.TOO_COMPLEX);
    }

    @Test
    void aPageTreeThatHoldsItselfEnds() {
        String knotted = PAGE.replace("/Kids[3 0 R]", "/Kids[2 0 R 3 0 R 2 0 R]");
        String text = "BT /F 9 Tf (nothing) Tj ET";
        assertThat(reason((knotted + stream(4, "", text)).getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void aNumberOfAMillionDigitsIsANumber() {
        String text = "BT /F 9 Tf " + "9".repeat(1_000_000) + " 0 Td (text) Tj ET";
        assertThat(reason((PAGE + stream(4, "", text)).getBytes(StandardCharsets.ISO_8859_1)))
                .contains(Reason.NO_TEXT);
    }

    private static String stream(int number, String entries, String content) {
        return "%d 0 obj<<%s/Length %d>>stream\n%s\nendstream endobj\n"
                .formatted(number, entries, content.length(), content);
    }

    /** Empty when text was read. */
    private static Optional<Reason> reason(byte[] objects) {
        byte[] pdf = objects;
        if (objects[0] != '%') {
            String whole =
                    "%PDF-1.4\n"
                            + new String(objects, StandardCharsets.ISO_8859_1)
                            + "trailer<</Root 1 0 R>>";
            pdf = whole.getBytes(StandardCharsets.ISO_8859_1);
        }
        return switch (PdfReader.read(
                pdf, Optional.empty(), EngineLimits.DEFAULT, Recogniser.NONE, Progress.NONE)) {
            case PdfText.Refused(var reason) -> Optional.of(reason);
            case PdfText.Text _ -> Optional.empty();
        };
    }
}
