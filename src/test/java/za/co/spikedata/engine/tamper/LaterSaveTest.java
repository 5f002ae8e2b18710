package za.co.spikedata.engine.tamper;

import static org.assertj.core.api.Assertions.assertThat;
import static za.co.spikedata.engine.tamper.Forgery.AMOUNT;
import static za.co.spikedata.engine.tamper.Forgery.baseline;
import static za.co.spikedata.engine.tamper.Forgery.box;
import static za.co.spikedata.engine.tamper.Forgery.signs;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

class LaterSaveTest {
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    @Test
    void aPagePrintedOverInALaterSaveIsTold() throws IOException {
        var read = Forgery.read(later(honest(), this::overprint));

        assertThat(signs(read)).containsExactlyInAnyOrder(Sign.SAVED_AGAIN, Sign.COVERED_TEXT);
        assertThat(read.authenticity().signals())
                .filteredOn(signal -> signal.sign() == Sign.SAVED_AGAIN)
                .allSatisfy(signal -> assertThat(signal.place().orElseThrow().page()).isOne());
    }

    @Test
    void contentThatReplacesTheFirstWeighsMore() throws IOException {
        var read =
                Forgery.read(
                        later(
                                honest(),
                                document -> {
                                    var page = document.getPage(0);
                                    var content = page.getContentStreams().next();
                                    byte[] bytes = content.toByteArray();
                                    try (var out =
                                            content.createOutputStream(COSName.FLATE_DECODE)) {
                                        out.write(bytes);
                                    }
                                    content.getCOSObject().setNeedToBeUpdated(true);
                                }));

        assertThat(read.authenticity().signals())
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.sign()).isEqualTo(Sign.SAVED_AGAIN);
                    assertThat(signal.weight()).isGreaterThan(0.5);
                });
    }

    @Test
    void aLaterSaveThatPrintsNothingIsNone() throws IOException {
        ReadResult.Read read =
                Forgery.read(
                        later(
                                honest(),
                                document -> {
                                    document.getDocumentInformation().setTitle("Filed");
                                    document.getDocumentInformation()
                                            .getCOSObject()
                                            .setNeedToBeUpdated(true);
                                }));

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(signs(read)).isEmpty();
    }

    @Test
    void aChangeAfterASignatureWeighsMost() throws IOException {
        byte[] signed;
        try (var forgery = new Forgery()) {
            sign(forgery.document, 4_000);
            signed = forgery.pdf();
        }
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        byte[] covering =
                text.replace(" 0004000]", " %07d]".formatted(signed.length))
                        .getBytes(StandardCharsets.ISO_8859_1);

        var read = Forgery.read(later(covering, this::overprint));

        assertThat(signs(Forgery.read(covering))).isEmpty();
        assertThat(read.authenticity().signals())
                .filteredOn(signal -> signal.sign() == Sign.CHANGED_AFTER_SIGNING)
                .singleElement()
                .satisfies(signal -> assertThat(signal.weight()).isEqualTo(1));
    }

    private void overprint(PDDocument document) throws IOException {
        try (var forgery = new Forgery();
                var stream =
                        new PDPageContentStream(
                                document, document.getPage(0), AppendMode.APPEND, false, true)) {
            box(stream, Color.WHITE, 340, baseline(4), 62);
            forgery.textUpTo(stream, AMOUNT, baseline(4), "-1,111.11");
        }
        document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
    }

    private static byte[] honest() throws IOException {
        try (var forgery = new Forgery()) {
            return forgery.pdf();
        }
    }

    private static byte[] later(byte[] pdf, Change change) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            change.to(document);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            var bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    /** A field that says which bytes are signed; nobody verifies the signature itself. */
    private static void sign(PDDocument document, int length) {
        var range = new COSArray();
        for (int each : new int[] {0, 10, 0, length}) {
            range.add(COSInteger.get(each));
        }
        var value = new COSDictionary();
        value.setItem(COSName.BYTERANGE, range);
        var field = new COSDictionary();
        field.setItem(COSName.FT, COSName.SIG);
        field.setItem(COSName.V, value);
        var fields = new COSArray();
        fields.add(field);
        var form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    }
}
