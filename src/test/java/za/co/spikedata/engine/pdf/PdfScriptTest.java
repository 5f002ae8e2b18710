package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.co.spikedata.bench.paper.RandomPaper;
import za.co.spikedata.engine.StatementEngine;
import za.co.spikedata.engine.model.EngineLimits;
import za.co.spikedata.engine.model.Progress;
import za.co.spikedata.engine.model.ReadResult;
import za.co.spikedata.engine.pdf.PdfScript.Glyph;

class PdfScriptTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void writesTheSameTextInTheSamePlaces(long seed) {
        byte[] pdf = RandomPaper.draw(seed).pdf();
        PdfScript script = script(pdf);

        byte[] copy =
                script.written((sheet, glyph) -> glyph(script, sheet, glyph).text(), 1)
                        .orElseThrow();

        assertThat(script(copy).sheets()).hasSameSizeAs(script.sheets());
        for (int i = 0; i < script.sheets().size(); i++) {
            same(script.sheets().get(i).glyphs(), script(copy).sheets().get(i).glyphs());
        }
        assertThat(statements(copy)).isEqualTo(statements(pdf));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 5, 7, 11})
    void writesAnyLettersInTheSamePlaces(long seed) {
        PdfScript script = script(RandomPaper.draw(seed).pdf());

        byte[] copy =
                script.written(
                                (sheet, glyph) ->
                                        glyph(script, sheet, glyph)
                                                .text()
                                                .replaceAll("\\p{L}", "w"),
                                1)
                        .orElseThrow();

        for (int i = 0; i < script.sheets().size(); i++) {
            List<Glyph> glyphs = script(copy).sheets().get(i).glyphs();
            for (int j = 0; j < glyphs.size(); j++) {
                assertThat(glyphs.get(j).x()).isCloseTo(glyph(script, i, j).x(), within(0.01));
                assertThat(glyphs.get(j).width())
                        .isCloseTo(glyph(script, i, j).width(), within(0.01));
            }
            assertThat(glyphs).noneMatch(each -> each.text().matches("[A-Va-vX-Zx-z]"));
        }
    }

    private static void same(List<Glyph> before, List<Glyph> after) {
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).text()).isEqualTo(before.get(i).text());
            assertThat(after.get(i).word()).isEqualTo(before.get(i).word());
            assertThat(after.get(i).x()).isCloseTo(before.get(i).x(), within(0.01));
            assertThat(after.get(i).y()).isCloseTo(before.get(i).y(), within(0.01));
            assertThat(after.get(i).width()).isCloseTo(before.get(i).width(), within(0.01));
        }
    }

    private static Glyph glyph(PdfScript script, int sheet, int glyph) {
        return script.sheets().get(sheet).glyphs().get(glyph);
    }

    private static PdfScript script(byte[] pdf) {
        return PdfScript.of(pdf, Optional.empty(), EngineLimits.DEFAULT).orElseThrow();
    }

    private static String statements(byte[] pdf) {
        return switch (new StatementEngine(EngineLimits.DEFAULT)
                .read(pdf, Optional.empty(), Progress.NONE)) {
            case ReadResult.Read read ->
                    read.statements().getFirst().transactions().stream()
                            .map(row -> row.date() + " " + row.amount().cents())
                            .toList()
                            .toString();
            case ReadResult.Unreadable unreadable -> unreadable.reason().toString();
        };
    }
}
