package za.co.spikedata.engine.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import za.co.spikedata.bench.paper.TypedPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.model.Verdict;

/** A chart drawn of very many areas, over the text of its page or below it. */
class ManyCoversTest {
    private static final int ROWS = 68;
    private static final int COVERS = 60_000;
    private static final int TALL_COVERS = 150_000;
    private static final int GLYPHS = 8_000;

    /** In points. */
    private static final float SIDE = 2.5f;

    private static final float APART = 0.4f;
    private static final int IN_A_LINE = 250;
    private static final int LEFT = 480;
    private static final int BOTTOM = 20;

    @Test
    void areNotTooManyToReadWhatStandsAboveThem() throws IOException {
        var read = (ReadResult.Read) readBelowAChart();

        assertThat(read.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(read.statements().getFirst().transactions()).hasSize(ROWS);
    }

    /** Each glyph of another colour than the one before it is looked at alone. */
    @Test
    @Timeout(30)
    void ofGreatHeightCostNoGlyphAboveThemMore() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(TypedPaper.of(paper()))) {
            try (var page = added(document, PDPageContentStream.AppendMode.PREPEND)) {
                page.saveGraphicsState();
                page.setNonStrokingColor(0.5f, 0.5f, 0.5f);
                for (int i = 0; i < TALL_COVERS; i++) {
                    page.addRect(LEFT + i % IN_A_LINE * APART, 0, SIDE, 600);
                    page.fill();
                }
                page.restoreGraphicsState();
            }
            try (var page = added(document, PDPageContentStream.AppendMode.APPEND)) {
                page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 6);
                for (int i = 0; i < GLYPHS; i++) {
                    page.setNonStrokingColor(i % 2 * 0.1f, 0, 0);
                    page.beginText();
                    page.newLineAtOffset(LEFT + i % IN_A_LINE * APART, 10);
                    page.showText("-");
                    page.endText();
                }
            }
            document.save(bytes);
        }

        assertThat(((ReadResult.Read) read(bytes)).verdict()).isEqualTo(Verdict.PROVEN);
    }

    private static ReadResult readBelowAChart() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(TypedPaper.of(paper()))) {
            try (var chart = added(document, PDPageContentStream.AppendMode.APPEND)) {
                chart.setNonStrokingColor(0.5f, 0.5f, 0.5f);
                for (int i = 0; i < COVERS; i++) {
                    float left = LEFT + i % IN_A_LINE * APART;
                    chart.addRect(left, BOTTOM + i / IN_A_LINE * APART, SIDE, SIDE);
                    chart.fill();
                }
            }
            document.save(bytes);
        }
        return read(bytes);
    }

    private static PDPageContentStream added(
            PDDocument document, PDPageContentStream.AppendMode mode) throws IOException {
        return new PDPageContentStream(document, document.getPage(0), mode, true, true);
    }

    private static ReadResult read(ByteArrayOutputStream bytes) {
        return new StatementEngine(EngineLimits.DEFAULT)
                .read(bytes.toByteArray(), Optional.empty(), Progress.NONE);
    }

    private static String paper() {
        var paper =
                new StringBuilder(
                        """
                        Sample Bank                      Account number: 6212345678
                        Statement period: 1 March 2024 to 31 March 2024

                        Date         Description                        Amount        Balance
                        01/03/2024   Opening balance                                 1,000.00
                        """);
        for (int i = 1; i <= ROWS; i++) {
            paper.append(
                    String.format(
                            Locale.ROOT,
                            "03/03/2024   GROCERIES                           -0.10     %,10.2f\n",
                            1_000 - i / 10.0));
        }
        return paper.toString();
    }
}
