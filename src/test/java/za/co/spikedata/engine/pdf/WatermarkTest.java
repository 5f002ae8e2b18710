package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final String SCRIPT = "app.alert('run')";
    private static final String WORDS = "Shown to Thandi";

    @Test
    void leavesNothingThatActsAndWritesTheWordsOnEveryPage() throws IOException {
        var copy = Watermark.on(acting(), WORDS).orElseThrow();

        try (var document = Loader.loadPDF(copy)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getCOSObject().keySet())
                    .doesNotContain(
                            COSName.OPEN_ACTION, COSName.AA, COSName.NAMES, COSName.ACRO_FORM);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (var page : document.getPages()) {
                assertThat(page.getCOSObject().keySet()).doesNotContain(COSName.AA, COSName.ANNOTS);
            }
            assertThat(new PDFTextStripper().getText(document)).containsSubsequence(WORDS, WORDS);
        }
    }

    private static byte[] acting() throws IOException {
        var written = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript(SCRIPT));
            document.getDocumentCatalog().setAcroForm(new PDAcroForm(document));
            for (int i = 0; i < 2; i++) {
                var page = new PDPage();
                var actions = new PDPageAdditionalActions();
                actions.setO(new PDActionJavaScript(SCRIPT));
                page.setActions(actions);
                var link = new PDAnnotationLink();
                link.setAction(new PDActionJavaScript(SCRIPT));
                page.setAnnotations(List.of(link));
                document.addPage(page);
            }
            document.save(written);
        }
        return written.toByteArray();
    }
}
