package za.co.spikedata.engine.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import za.co.spikedata.engine.layout.Glyphs;
import za.co.spikedata.engine.layout.Line;
import za.co.spikedata.engine.layout.Lines;

class InkTest {
    private final Ink ink = new Ink();
    private final Glyphs glyphs = new Glyphs();

    @Test
    void keepsSizesAndDirectionsOfEachGlyph() {
        write("a", 0, 8, 0);
        write("b", 10, 9, 90);
        write("c", 20, 9, 0);
        assertThat(List.of(ink.size(0), ink.size(1), ink.size(2))).containsExactly(8.0, 9.0, 9.0);
        assertThat(List.of(ink.degrees(0), ink.degrees(1), ink.degrees(2)))
                .containsExactly(0, 90, 0);
        assertThat(ink.isEven()).isFalse();
    }

    @Test
    void isEvenAgainOnTheNextPage() {
        write("a", 0, 8, 90);
        ink.hide(0);
        ink.clear();
        write("b", 0, 8, 0);
        assertThat(ink.isEven()).isTrue();
        assertThat(ink.isSeen(0)).isTrue();
    }

    @Test
    void staysAsItIsWhenTheNextPageIsPutTogether() {
        write("a", 0, 8, 0);
        ink.write(0, 0, 100, glyphs);
        glyphs.clear();
        glyphs.add("b", false, 50, 10, 5, 12);
        assertThat(words()).containsExactly("b");
        assertThat(ink.text(0)).isEqualTo("a");
        assertThat(ink.size(0)).isEqualTo(8);
    }

    private void write(String text, double x, double size, int degrees) {
        ink.stands(size, degrees);
        ink.add(text, x, 50, 5);
    }

    private List<String> words() {
        return Lines.of(glyphs).stream()
                .map(Line::words)
                .map(words -> words.getFirst().text())
                .toList();
    }
}
