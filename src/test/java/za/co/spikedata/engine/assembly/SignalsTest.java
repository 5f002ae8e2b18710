package za.co.spikedata.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Page;
import za.co.spikedata.engine.layout.Word;
import za.co.spikedata.engine.model.Authenticity.Sign;
import za.co.spikedata.engine.model.Authenticity.Signal;
import za.co.spikedata.engine.model.Box;

class SignalsTest {
    @Test
    void seesNothingOnAnEvenPaper() {
        assertThat(Signals.of(page(rows()))).isEmpty();
    }

    @Test
    void seesAFigureOfAnotherSizeAndSaysWhere() {
        List<Line> rows = rows();
        rows.set(3, Line.of(List.of(word(100, 3, "1,234.50", 9), word(300, 3, "9,999.99", 8))));

        assertThat(Signals.of(page(rows)))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.sign()).isEqualTo(Sign.ODD_SIZE);
                    assertThat(signal.place().orElseThrow().box().left()).isEqualTo(100);
                });
    }

    @Test
    void seesAFigureLaidOverAnother() {
        List<Line> rows = rows();
        rows.set(
                3,
                Line.of(
                        List.of(
                                word(100, 3, "1,234.50", 8),
                                word(101, 3, "7,234.50", 8),
                                word(300, 3, "9,999.99", 8))));

        assertThat(Signals.of(page(rows))).extracting(Signal::sign).contains(Sign.OVERLAID_TEXT);
    }

    @Test
    void takesALargerRowForATotal() {
        List<Line> rows = rows();
        rows.set(11, Line.of(List.of(word(100, 11, "1,234.50", 9), word(300, 11, "9,999.99", 9))));

        assertThat(Signals.of(page(rows))).isEmpty();
    }

    @Test
    void seesAFigureOffItsRowsBaseline() {
        List<Line> rows = rows();
        Word off = new Word("1,234.50", new Box(100, 137.2, 40, 8), 8);
        rows.set(3, Line.of(List.of(off, word(300, 3, "9,999.99", 8))));

        assertThat(Signals.of(page(rows)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.sign()).isEqualTo(Sign.ODD_PLACE));
    }

    private static List<Page> page(List<Line> rows) {
        return List.of(new Page(1, 595, 842, rows));
    }

    private static List<Line> rows() {
        var rows = new ArrayList<Line>();
        for (int i = 0; i < 12; i++) {
            rows.add(Line.of(List.of(word(100, i, "1,234.50", 8), word(300, i, "9,999.99", 8))));
        }
        return rows;
    }

    private static Word word(double left, int row, String text, double size) {
        return new Word(text, new Box(left, 100 + 12 * row, 40, size), size);
    }
}
